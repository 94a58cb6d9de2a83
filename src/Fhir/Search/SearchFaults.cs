using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Search;

/// <summary>Why the parameters of a search cannot be followed. The expression names the parameter, never its value: that may be an identity.</summary>
public static class SearchFaults
{
    /// <summary>Following the rest would find more than was asked for: refused unless the client wants leniency.</summary>
    public static readonly Refusal ParameterUnknown = new("parameter-unknown", RefusalKind.Invalid,
        "This parameter is not known here.", "Ce paramètre n’est pas connu ici.");

    /// <summary>Not a value of its type.</summary>
    public static readonly Refusal ParameterInvalid = new("parameter-invalid", RefusalKind.Invalid,
        "This parameter's value cannot be read.", "La valeur de ce paramètre ne peut pas être lue.");

    /// <summary>A modifier that this type of parameter does not have, or that we do not know. R4 has it refused, leniency or not.</summary>
    public static readonly Refusal ModifierUnsupported = new("parameter-modifier-unsupported", RefusalKind.Invalid,
        "This parameter does not have this modifier here.", "Ce paramètre ne connaît pas ce modificateur ici.");

    /// <summary>Something to bring along that nothing refers to in this way, or that leaves the space.</summary>
    public static readonly Refusal InclusionUnknown = new("parameter-inclusion-unknown", RefusalKind.Invalid,
        "Only what the CapabilityStatement lists can be included, one step, by its full name.",
        "Seul ce qu’énumère le CapabilityStatement peut être inclus, à un pas, sous son nom complet.");
}
