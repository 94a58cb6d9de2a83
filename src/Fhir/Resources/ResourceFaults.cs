using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Resources;

/// <summary>Why a resource that is FHIR R4 is not one that a space can keep.</summary>
public static class ResourceFaults
{
    /// <summary>Another resource than the address names.</summary>
    public static readonly Refusal IdDiffers = new("resource-id-differs", RefusalKind.Invalid,
        "The id of the resource is the one of the address.", "L’identifiant de la ressource est celui de l’adresse.");

    /// <summary>A part would take the place of the whole.</summary>
    public static readonly Refusal Partial = new("resource-partial", RefusalKind.Unprocessable,
        "This is a part of a resource (SUBSETTED): read the whole before changing it.",
        "Ceci n’est qu’une partie d’une ressource (SUBSETTED) : lisez-la entière avant de la modifier.");
}
