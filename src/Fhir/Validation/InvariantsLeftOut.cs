using System.Collections.Frozen;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>The rules of R4 with the severity error that are not evaluated from their FHIRPath, and why.</summary>
internal static class InvariantsLeftOut
{
    /// <summary>The reason for each, by its key.</summary>
    public static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["ele-1"] = "The reader refuses empty elements (fhir-element-empty).",
        ["txt-1"] = "htmlChecks() is no expression: NarrativeCheck does it (fhir-narrative-unsafe).",
        ["txt-2"] = "htmlChecks() is no expression: NarrativeCheck does it (fhir-narrative-empty).",
        ["dom-3"] = "Its work grows with the square of what is contained: ContainedCheck does it.",
        ["ref-1"] = "Its work grows with references times what is contained: ContainedCheck does it.",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
