using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Documents;

/// <summary>Why a DocumentReference is not one that the record can take in.</summary>
public static class DocumentFaults
{
    /// <summary>Only what is current is deposited.</summary>
    public static readonly Refusal StatusNotCurrent = new("document-status-not-current", RefusalKind.Unprocessable,
        "A document is deposited with the status current (ITI-105).", "Un document est déposé avec le statut current (ITI-105).");

    /// <summary>No identifier that is the same everywhere.</summary>
    public static readonly Refusal UniqueIdNotUri = new("document-unique-id-not-a-uri", RefusalKind.Unprocessable,
        "The unique identifier has the system urn:ietf:rfc:3986 and a value urn:oid:… or urn:uuid:….",
        "L’identifiant unique a pour système urn:ietf:rfc:3986 et pour valeur urn:oid:… ou urn:uuid:….");

    /// <summary>A type from nowhere.</summary>
    public static readonly Refusal TypeSystemUnknown = new("document-type-system-unknown", RefusalKind.Unprocessable,
        "The type has no code of LOINC, TRE_A05 or ASTM, the systems of the value set JDV_J66.",
        "Le type n’a aucun code de LOINC, TRE_A05 ou ASTM, les systèmes du jeu de valeurs JDV_J66.");

    /// <summary>A label that does not exist.</summary>
    public static readonly Refusal LabelUnknown = new("document-label-unknown", RefusalKind.Unprocessable,
        "The label is not in the value set JDV_J58: N, R, V, MASQUE_PS, INVISIBLE_PATIENT or INVISIBLE_REPRESENTANTS_LEGAUX, each in its system.",
        "Le niveau de confidentialité n’appartient pas au jeu de valeurs JDV_J58 : N, R, V, MASQUE_PS, INVISIBLE_PATIENT ou INVISIBLE_REPRESENTANTS_LEGAUX, chacun dans son système.");

    /// <summary>Nobody.</summary>
    public static readonly Refusal AuthorUnidentified = new("document-author-unidentified", RefusalKind.Unprocessable,
        "An author is identified (idNat_PS, RPPS, idNat_Struct, FINESS) or at least named.",
        "Un auteur est identifié (idNat_PS, RPPS, idNat_Struct, FINESS) ou à tout le moins nommé.");

    /// <summary>A relation that the record does not keep.</summary>
    public static readonly Refusal RelationUnsupported = new("document-relation-unsupported", RefusalKind.Unprocessable,
        "A document can replace another (replaces); no other relation is kept.",
        "Un document peut en remplacer un autre (replaces) ; aucune autre relation n’est conservée.");

    /// <summary>A replaced document that is not named.</summary>
    public static readonly Refusal ReplacedUnreadable = new("document-replaced-unreadable", RefusalKind.Unprocessable,
        "The replaced document is named by its unique identifier, DocumentReference?identifier=system|value or DocumentReference/{id}.",
        "Le document remplacé est désigné par son identifiant unique, par DocumentReference?identifier=système|valeur ou par DocumentReference/{id}.");

    /// <summary>A period that ends before it begins.</summary>
    public static readonly Refusal PeriodReversed = new("document-period-reversed", RefusalKind.Unprocessable,
        "The act ends before it begins.", "L’acte se termine avant de commencer.");

    /// <summary>Other bytes than declared.</summary>
    public static readonly Refusal HashMismatch = new("document-hash-mismatch", RefusalKind.Unprocessable,
        "The declared hash is not the SHA-1 of the data, in base64.", "L’empreinte déclarée n’est pas le SHA-1 des données, en base64.");

    /// <summary>More or fewer bytes than declared.</summary>
    public static readonly Refusal SizeMismatch = new("document-size-mismatch", RefusalKind.Unprocessable,
        "The declared size is not the number of bytes of the data.", "La taille déclarée n’est pas le nombre d’octets des données.");

    /// <summary>Something else than declared.</summary>
    public static readonly Refusal ContentMismatch = new("document-content-mismatch", RefusalKind.Unprocessable,
        "The content is not what its media type says; XML is accepted as a CDA R2 ClinicalDocument.",
        "Le contenu n’est pas celui qu’annonce son type de média ; le XML est accepté sous forme de ClinicalDocument CDA R2.");

    /// <summary>A media type that the record does not keep.</summary>
    public static readonly Refusal MediaTypeUnsupported = new("document-media-type-unsupported", RefusalKind.Unsupported,
        "The accepted media types are application/pdf, text/plain, application/xml or text/xml (CDA R2), image/jpeg, image/png, image/tiff, application/rtf and text/rtf.",
        "Les types de média acceptés sont application/pdf, text/plain, application/xml ou text/xml (CDA R2), image/jpeg, image/png, image/tiff, application/rtf et text/rtf.");
}
