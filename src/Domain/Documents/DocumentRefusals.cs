using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Documents;

/// <summary>Why a document is not taken in, changed or shown.</summary>
public static class DocumentRefusals
{
    /// <summary>Nothing that the caller may know of.</summary>
    public static readonly Refusal Unknown = new("document-unknown", RefusalKind.NotFound,
        "There is no such document.", "Ce document n’existe pas.");

    /// <summary>Not one of the types of the record.</summary>
    public static readonly Refusal TypeUnknown = new("document-type-unknown", RefusalKind.Unprocessable,
        "The document type is not in the value set JDV_J66 of the record.",
        "Le type de document n’appartient pas au jeu de valeurs JDV_J66.");

    /// <summary>The title is missing or too long.</summary>
    public static readonly Refusal TitleInvalid = new("document-title-invalid", RefusalKind.Unprocessable,
        "The title has 1 to 250 characters.", "Le titre comporte de 1 à 250 caractères.");

    /// <summary>A unique identifier that is none.</summary>
    public static readonly Refusal UniqueIdInvalid = new("document-unique-id-invalid", RefusalKind.Unprocessable,
        "The unique identifier of the document has 1 to 256 characters.", "L’identifiant unique du document comporte de 1 à 256 caractères.");

    /// <summary>Made later than now.</summary>
    public static readonly Refusal CreatedInFuture = new("document-created-in-future", RefusalKind.Unprocessable,
        "The creation date is in the future.", "La date de création est dans le futur.");

    /// <summary>Labels that exclude each other.</summary>
    public static readonly Refusal LabelsExclusive = new("document-labels-exclusive", RefusalKind.Unprocessable,
        "A document cannot be both hidden from professionals and withheld from the holder (EX_2.1-1050).",
        "Un document ne peut être à la fois masqué aux professionnels et invisible au titulaire (EX_2.1-1050).");

    /// <summary>A label that the caller may not set.</summary>
    public static readonly Refusal LabelNotYours = new("document-label-not-yours", RefusalKind.Forbidden,
        "The holder hides documents from professionals or shows them; other labels are the professionals' to set.",
        "Le titulaire masque ou démasque aux professionnels ; les autres visibilités relèvent des professionnels.");

    /// <summary>Somebody else's to change.</summary>
    public static readonly Refusal NotYours = new("document-not-yours", RefusalKind.Forbidden,
        "Only its author, or the attending doctor where the record allows it, may change this document so.",
        "Seul son auteur, ou le médecin traitant lorsque le dossier le permet, peut modifier ainsi ce document.");

    /// <summary>Hidden by the holder, not by a professional.</summary>
    public static readonly Refusal HiddenByHolder = new("document-hidden-by-holder", RefusalKind.Forbidden,
        "The holder has hidden this document: only they show it again (R. 1111-49).",
        "Le titulaire a masqué ce document : lui seul peut le démasquer (R. 1111-49).");

    /// <summary>The same identifier for something else.</summary>
    public static readonly Refusal AlreadyDeposited = new("document-already-deposited", RefusalKind.Conflict,
        "Another document is already deposited under this unique identifier.",
        "Un autre document est déjà déposé sous cet identifiant unique.");

    /// <summary>Nothing to replace that the caller may replace.</summary>
    public static readonly Refusal ReplacedUnknown = new("document-replaced-unknown", RefusalKind.Unprocessable,
        "The document to replace is unknown, is no longer current, or was deposited by somebody else.",
        "Le document à remplacer est inconnu, n’est plus en vigueur, ou a été déposé par un autre.");

    /// <summary>A type that belongs to professionals.</summary>
    public static readonly Refusal NotAPatientType = new("document-not-a-patient-type", RefusalKind.Forbidden,
        "The holder adds documents of the types kept for patients (DOCPAT…, EXPPAT…).",
        "Le titulaire ajoute des documents des types réservés aux patients (DOCPAT…, EXPPAT…).");

    /// <summary>Nobody who may deposit.</summary>
    public static readonly Refusal MayNotDeposit = new("may-not-deposit", RefusalKind.Forbidden,
        "Documents are deposited by the holder, by professionals and by structures.",
        "Les documents sont déposés par le titulaire, les professionnels et les structures.");

    /// <summary>A label that the sheet does not carry.</summary>
    public static readonly Refusal LabelAbsent = new("document-label-absent", RefusalKind.Unprocessable,
        "The document does not carry the label that the patch names.", "Le document ne porte pas la visibilité que la modification désigne.");

    /// <summary>A patch that does two things, each with a rule of its own.</summary>
    public static readonly Refusal OneChangeAtATime = new("document-one-change-at-a-time", RefusalKind.Unprocessable,
        "A patch hides or shows, withholds or announces, archives or deletes: send several patches for several of these.",
        "Une modification masque ou démasque, réserve ou annonce, archive ou supprime : envoyez plusieurs modifications pour en faire plusieurs.");
}
