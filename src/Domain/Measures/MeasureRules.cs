using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Measures;

/// <summary>Which measures are taken in (MES API Mesures 1.5.2; table of measures).</summary>
public static class MeasureRules
{
    /// <summary>The most characters of a comment in the patient's form.</summary>
    public const int LongestComment = 150;

    private const string Systolic = "systolic";
    private const string Diastolic = "diastolic";

    // Clocks of connected objects run a little ahead of ours.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>
    /// All that is wrong with <paramref name="taken"/>, each with the part of it as its expression: <c>kind</c>, the name of a component or <c>value</c>,
    /// <c>at</c>, <c>moment</c>, <c>days</c>, <c>comment</c>, <c>device</c>.
    /// </summary>
    /// <param name="taken">The measure.</param>
    /// <param name="byHolder">Whether the holder writes it by hand, in the form.</param>
    /// <param name="now">The time it is now.</param>
    public static IReadOnlyList<Refusal> Faults(Measurement taken, bool byHolder, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var kind = taken.Kind;
        if (kind.Computed)
        {
            return [MeasureRefusals.Computed.At("kind")];
        }

        Refusal?[] faults =
        [
            .. Values(taken),
            taken.At > now + ClockSkew ? MeasureRefusals.InFuture.At("at") : null,
            Presence(kind.Moment, taken.Moment, MeasureRefusals.MomentMissing, MeasureRefusals.MomentForbidden)?.At("moment"),
            Presence(kind.Days, taken.Days, MeasureRefusals.DaysMissing, MeasureRefusals.DaysForbidden)?.At("days"),
            byHolder && taken.Comment?.Length > LongestComment ? MeasureRefusals.CommentTooLong.At("comment") : null,
            taken is { ByConnectedObject: true, NamesDevice: false } ? MeasureRefusals.DeviceMissing.At("device") : null,
        ];
        return [.. faults.OfType<Refusal>()];
    }

    private static IEnumerable<Refusal?> Values(Measurement taken)
    {
        IEnumerable<Measure> parts = taken.Kind.Components is { Count: > 0 } components ? components : [taken.Kind];
        foreach (var part in parts)
        {
            var fault = taken.Values.FirstOrDefault(value => value.Of == part) is { } value ? Value(part, value) : MeasureRefusals.ValueMissing;
            yield return fault?.At(part == taken.Kind ? "value" : part.Name);
        }

        if (ValueOf(taken, Diastolic) >= ValueOf(taken, Systolic))
        {
            yield return MeasureRefusals.PressuresInverted.At(Diastolic);
        }
    }

    private static Refusal? Value(Measure part, MeasuredValue value) =>
        value.Unit != part.Unit!.Ucum ? MeasureRefusals.UnitWrong
        : part.Plausible!.Holds(value.Value) ? null
        : MeasureRefusals.ValueImplausible;

    private static decimal? ValueOf(Measurement taken, string component) => taken.Values.FirstOrDefault(value => value.Of.Name == component)?.Value;

    private static Refusal? Presence(Presence presence, string? said, Refusal missing, Refusal forbidden) => presence switch
    {
        Measures.Presence.Required => said is null ? missing : null,
        Measures.Presence.Forbidden => said is null ? null : forbidden,
        Measures.Presence.Optional => null,
        _ => throw new ArgumentOutOfRangeException(nameof(presence), presence, "No such rule."),
    };
}
