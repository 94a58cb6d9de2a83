using System.Collections.Frozen;

namespace MonEspaceSante.Fhir.Schema;

/// <summary>The value set that an element must take its codes from (binding strength "required").</summary>
/// <param name="ValueSet">Its canonical address, without a version.</param>
/// <param name="Codes">The codes of each code system in it; <see langword="null"/> where they are no finite list (languages, media types, units).</param>
public sealed record BindingSchema(string ValueSet, IReadOnlyDictionary<string, FrozenSet<string>>? Codes)
{
    /// <summary>Whether <paramref name="code"/> may stand here, in <paramref name="system"/> or, for an element of the type code, in any; always true of an open list.</summary>
    public bool Has(string? system, string code) =>
        Codes is null || (system is null ? Codes.Values.Any(codes => codes.Contains(code)) : Codes.TryGetValue(system, out var own) && own.Contains(code));
}
