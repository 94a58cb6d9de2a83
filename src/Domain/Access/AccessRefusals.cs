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

    /// <summary>Too long, or over already.</summary>
    public static readonly Refusal DurationInvalid = new("authorisation-duration-invalid", RefusalKind.Unprocessable,
        "An authorisation ends in the future, within a year.", "Une autorisation prend fin dans le futur, d’ici un an au plus.");

    /// <summary>Who may not collect a consent for a colleague.</summary>
    public static readonly Refusal NotOfTheTeam = new("not-of-the-care-team", RefusalKind.Forbidden,
        "A consent is collected for a colleague by a professional who may consult the record in their own right.",
        "Un consentement est recueilli pour un collègue par un professionnel qui peut lui-même consulter le dossier.");

    /// <summary>Nobody has this role.</summary>
    public static readonly Refusal AppointmentUnknown = new("appointment-unknown", RefusalKind.NotFound,
        "This professional does not have this role.", "Ce professionnel n’a pas ce rôle.");

    /// <summary>Who may not name or dismiss representatives.</summary>
    public static readonly Refusal MayNotNameRepresentatives = new("may-not-name-representatives", RefusalKind.Forbidden,
        "Representatives are named from the insurer's file, or by another representative; each may withdraw.",
        "Les représentants sont désignés d’après le fichier de l’assurance maladie, ou par un autre représentant ; chacun peut se retirer.");

    /// <summary>The holder is of age, or would represent themself.</summary>
    public static readonly Refusal NobodyToRepresent = new("nobody-to-represent", RefusalKind.Unprocessable,
        "The holder is of age, or the representative is the holder.",
        "Le titulaire est majeur, ou le représentant est le titulaire lui-même.");

    /// <summary>No such representative.</summary>
    public static readonly Refusal RepresentationUnknown = new("representation-unknown", RefusalKind.NotFound,
        "This person does not represent the holder.", "Cette personne ne représente pas le titulaire.");

    /// <summary>A delegation that could never hold.</summary>
    public static readonly Refusal DelegationInvalid = new("delegation-invalid", RefusalKind.Unprocessable,
        "A delegation names another person, begins before it ends, and ends in the future.",
        "Une délégation désigne une autre personne, commence avant de finir, et finit dans le futur.");

    /// <summary>One delegation between two people at a time.</summary>
    public static readonly Refusal AlreadyDelegated = new("already-delegated", RefusalKind.Conflict,
        "Another delegation already links these two people: end it first.",
        "Une autre délégation lie déjà ces deux personnes : mettez-y fin d’abord.");

    /// <summary>No such delegation.</summary>
    public static readonly Refusal DelegationUnknown = new("delegation-unknown", RefusalKind.NotFound,
        "There is no such delegation.", "Cette délégation n’existe pas.");

    /// <summary>An objection without a ground.</summary>
    public static readonly Refusal GroundMissing = new("feeding-objection-without-ground", RefusalKind.Unprocessable,
        "Objecting to additions takes a legitimate ground (R. 1111-47): say it in a sentence of at least 15 characters.",
        "S’opposer à l’ajout de documents demande un motif légitime (R. 1111-47) : indiquez-le en une phrase d’au moins 15 caractères.");

    /// <summary>No such objection.</summary>
    public static readonly Refusal ObjectionUnknown = new("feeding-objection-unknown", RefusalKind.NotFound,
        "There is no such objection.", "Cette opposition n’existe pas.");

    /// <summary>The holder objects to additions of this depositor.</summary>
    public static readonly Refusal FeedingObjected = new("feeding-objected", RefusalKind.Forbidden,
        "The person objects, on a legitimate ground, to your adding to their record (R. 1111-47).",
        "La personne s’oppose, pour un motif légitime, à ce que vous alimentiez son dossier (R. 1111-47).");

    /// <summary>The authorisation cannot be given while a block stands.</summary>
    public static readonly Refusal SubjectBlocked = new("subject-blocked", RefusalKind.Conflict,
        "You have blocked this professional or structure: lift the block first.",
        "Vous avez bloqué ce professionnel ou cette structure : levez d’abord le blocage.");
}
