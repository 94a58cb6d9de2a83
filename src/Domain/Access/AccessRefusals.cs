using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Access;

/// <summary>Why a setting of access cannot be changed.</summary>
public static class AccessRefusals
{
    /// <summary>No such block.</summary>
    public static readonly Refusal BlockUnknown = new("block-unknown", RefusalKind.NotFound,
        "There is no such block.", "Ce blocage n’existe pas.");

    /// <summary>Nobody is authorised so.</summary>
    public static readonly Refusal AuthorisationUnknown = new("authorisation-unknown", RefusalKind.NotFound,
        "There is no such authorisation.", "Cette autorisation n’existe pas.");

    /// <summary>The authorisation cannot be given while a block stands.</summary>
    public static readonly Refusal SubjectBlocked = new("subject-blocked", RefusalKind.Conflict,
        "You have blocked this professional or structure: lift the block first.",
        "Vous avez bloqué ce professionnel ou cette structure : levez d’abord le blocage.");
}
