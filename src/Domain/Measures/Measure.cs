using MonEspaceSante.Domain.Documents;

namespace MonEspaceSante.Domain.Measures;

/// <summary>A kind of health measure (mesure de santé): what is measured, in which unit, and what goes with the value.</summary>
/// <param name="Name">Our name of it: stable, lower-case, hyphenated.</param>
/// <param name="Code">Its code, and its French label.</param>
/// <param name="OtherCodes">Codes of the same system that name it too: accepted and stored as received.</param>
/// <param name="English">Its English label.</param>
/// <param name="Unit">The only unit it is given in; <see langword="null"/> where its components have the values.</param>
/// <param name="Plausible">Bounds of the value, in that unit.</param>
/// <param name="Moment">Whether the moment is said (fasting, after a meal…).</param>
/// <param name="Days">Whether the number of days that it sums up is said.</param>
/// <param name="Computed">Computed from other measures when it is read, never written.</param>
/// <param name="Profiles">Canonical addresses of its profiles: of MES, of the ANS guide, and the former ones still in the wild.</param>
/// <param name="Components">The parts of a measure of several values.</param>
public sealed record Measure(
    string Name, CodedValue Code, IReadOnlyList<string> OtherCodes, string English, MeasureUnit? Unit, PlausibleRange? Plausible,
    Presence Moment, Presence Days, bool Computed, IReadOnlyList<string> Profiles, IReadOnlyList<Measure> Components)
{
    /// <summary>Its French label.</summary>
    public string French => Code.Display!;

    /// <summary>Whether <paramref name="system"/> and <paramref name="code"/> name it.</summary>
    public bool IsNamedBy(string? system, string? code) => system == Code.System && code is not null && (code == Code.Code || OtherCodes.Contains(code));
}

/// <summary>A unit.</summary>
/// <param name="Ucum">Its code in UCUM.</param>
/// <param name="Label">As people read it.</param>
public sealed record MeasureUnit(string Ucum, string Label);

/// <summary>The values that can be: outside, somebody mistyped.</summary>
/// <param name="Minimum">Included.</param>
/// <param name="Maximum">Included.</param>
/// <param name="WholeNumber">Nothing after the point.</param>
public sealed record PlausibleRange(decimal Minimum, decimal Maximum, bool WholeNumber)
{
    /// <summary>Whether <paramref name="value"/> is one of them.</summary>
    public bool Holds(decimal value) => value >= Minimum && value <= Maximum && (!WholeNumber || value == decimal.Truncate(value));
}

/// <summary>Whether something goes with a value.</summary>
public enum Presence
{
    /// <summary>It may.</summary>
    Optional,

    /// <summary>It must.</summary>
    Required,

    /// <summary>It must not.</summary>
    Forbidden,
}
