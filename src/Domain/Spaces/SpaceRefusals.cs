using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>Why something cannot be done with a space.</summary>
public static class SpaceRefusals
{
    /// <summary>Not open yet, opposed, or closed.</summary>
    public static readonly Refusal NotOpen = new("space-not-open", RefusalKind.Conflict,
        "This person has no open health space: not informed yet, still within the six weeks to object, opposed, or closed.",
        "Cette personne n’a pas d’espace de santé ouvert : non informée, encore dans les six semaines d’opposition, opposée, ou espace clôturé.");

    /// <summary>Not told yet.</summary>
    public static readonly Refusal NotInformed = new("space-not-informed", RefusalKind.Conflict,
        "The information letter has not been sent to this person yet.",
        "Le courrier d’information n’a pas encore été envoyé à cette personne.");

    /// <summary>The person objected.</summary>
    public static readonly Refusal IsOpposed = new("space-opposed", RefusalKind.Conflict,
        "The person has objected to the opening of a space; the objection must be taken back first.",
        "La personne s’est opposée à l’ouverture d’un espace ; l’opposition doit d’abord être levée.");

    /// <summary>In use already.</summary>
    public static readonly Refusal AlreadyActivated = new("space-already-activated", RefusalKind.Conflict,
        "The space is activated: it can be closed, an objection is no longer possible.",
        "L’espace est activé : il peut être clôturé, l’opposition n’est plus possible.");

    /// <summary>Closed, by the holder or by death.</summary>
    public static readonly Refusal IsClosed = new("space-closed", RefusalKind.Conflict,
        "The space is closed.", "L’espace est clôturé.");

    /// <summary>Only the insurer's file tells.</summary>
    public static readonly Refusal OnlyTheInsurer = new("only-the-insurer", RefusalKind.Forbidden,
        "Only the insurer's file tells this.", "Seul le fichier de l’assurance maladie l’indique.");

    /// <summary>Only the holder may.</summary>
    public static readonly Refusal OnlyTheHolder = new("only-the-holder", RefusalKind.Forbidden,
        "Only the holder of the space may do this.",
        "Seul le titulaire de l’espace peut le faire.");

    /// <summary>Its deletion was asked for.</summary>
    public static readonly Refusal IsInDeletion = new("space-in-deletion", RefusalKind.Conflict,
        "The space is to be deleted; it can be activated again once that is done, or once its holder has cancelled the deletion.",
        "L’espace est en cours de suppression ; il pourra être activé de nouveau une fois la suppression faite, ou annulée par son titulaire.");

    /// <summary>The insurer has suspended it.</summary>
    public static readonly Refusal IsSuspended = new("space-suspended", RefusalKind.Conflict,
        "The health insurance has suspended the space.", "L’assurance maladie a suspendu l’espace.");

    /// <summary>Its content was erased.</summary>
    public static readonly Refusal IsErased = new("space-erased", RefusalKind.Gone,
        "The space was erased; nothing of it can be brought back.", "L’espace a été effacé ; rien ne peut en être restauré.");

    /// <summary>To be asked of a closed space only.</summary>
    public static readonly Refusal NotClosed = new("space-not-closed", RefusalKind.Conflict,
        "The space is not closed.", "L’espace n’est pas clôturé.");

    /// <summary>Nobody objects to it.</summary>
    public static readonly Refusal NotOpposed = new("space-not-opposed", RefusalKind.Conflict,
        "The person has not objected to the opening of a space.", "La personne ne s’est pas opposée à l’ouverture d’un espace.");

    /// <summary>No erasure has that number, or it is not done yet.</summary>
    public static readonly Refusal NotCertified = new("erasure-not-certified", RefusalKind.NotFound,
        "No erasure was certified under this number.", "Aucun effacement n’a été certifié sous ce numéro.");

    /// <summary>Another space of the same person has taken it in.</summary>
    public static readonly Refusal IsDouble = new("space-is-double", RefusalKind.Conflict,
        "The space was the double of another space of the same person, which has taken in what it held.",
        "L’espace était le doublon d’un autre espace de la même personne, qui en a repris le contenu.");

    /// <summary>Nothing suspends it.</summary>
    public static readonly Refusal NotSuspended = new("space-not-suspended", RefusalKind.Conflict,
        "The space is not suspended.", "L’espace n’est pas suspendu.");
}
