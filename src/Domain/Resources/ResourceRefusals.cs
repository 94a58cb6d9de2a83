using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Resources;

/// <summary>Why a resource is not written or shown.</summary>
public static class ResourceRefusals
{
    /// <summary>Nothing that the caller may know of.</summary>
    public static readonly Refusal Unknown = new("resource-unknown", RefusalKind.NotFound,
        "There is no such resource.", "Cette ressource n’existe pas.");

    /// <summary>Removed; told to the holder only.</summary>
    public static readonly Refusal Gone = new("resource-gone", RefusalKind.Gone,
        "This resource was removed; its history remains.", "Cette ressource a été supprimée ; son historique demeure.");

    /// <summary>Nobody who may write here.</summary>
    public static readonly Refusal MayNotWrite = new("may-not-write", RefusalKind.Forbidden,
        "Resources are written by the holder and by professionals who have access; structures feed appointments.",
        "Les ressources sont écrites par le titulaire et les professionnels qui ont accès ; les structures alimentent les rendez-vous.");

    /// <summary>What could not be withheld from a minor's representatives.</summary>
    public static readonly Refusal NotInSecretConnection = new("not-in-secret-connection", RefusalKind.Forbidden,
        "In secret connection only documents are added to a minor's record: nothing else can be withheld from the representatives.",
        "En connexion secrète, seuls des documents s’ajoutent au dossier d’un mineur : rien d’autre ne peut être caché aux représentants.");

    /// <summary>Written by somebody else.</summary>
    public static readonly Refusal NotYours = new("resource-not-yours", RefusalKind.Forbidden,
        "Only its author may change or remove this resource.", "Seul son auteur peut modifier ou supprimer cette ressource.");

    /// <summary>Another version stands.</summary>
    public static readonly Refusal VersionDiffers = new("resource-version-differs", RefusalKind.ConditionFailed,
        "The resource is no longer at this version: read it again.", "La ressource n’est plus à cette version : relisez-la.");

    /// <summary>A condition that several resources meet.</summary>
    public static readonly Refusal ManyMatch = new("resource-condition-ambiguous", RefusalKind.ConditionFailed,
        "Several resources match the condition.", "Plusieurs ressources répondent à la condition.");

    /// <summary>Two parts of one transaction about one resource.</summary>
    public static readonly Refusal Overlap = new("resource-written-twice", RefusalKind.Invalid,
        "Two parts of the transaction are about the same resource.", "Deux éléments de la transaction portent sur la même ressource.");

    /// <summary>More than one append holds.</summary>
    public static readonly Refusal TooLarge = new("resources-too-large", RefusalKind.TooLarge,
        "Resources written together have at most 2,000,000 bytes.", "Des ressources écrites ensemble comptent au plus 2 000 000 d’octets.");
}
