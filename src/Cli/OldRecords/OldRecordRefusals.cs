using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Cli.OldRecords;

/// <summary>Why a document of an old record is not imported. What it says of itself is refused in the words of the domain.</summary>
internal static class OldRecordRefusals
{
    /// <summary>No such file, or a name that leads elsewhere.</summary>
    public static readonly Refusal FileMissing = new("old-record-file-missing", RefusalKind.Invalid,
        "There is no file of this name in the folder of the index, or it is larger than a document may be.",
        "Le dossier de l’index n’a pas de fichier de ce nom, ou il dépasse la taille d’un document.");

    /// <summary>A date that is none.</summary>
    public static readonly Refusal DepositedAtInvalid = new("old-record-deposited-at-invalid", RefusalKind.Invalid,
        "The date of deposit is a date such as 2020-03-01, with a time and its offset if wished.",
        "La date de dépôt est une date comme 2020-03-01, suivie au besoin d’une heure et de son décalage.");

    /// <summary>A label that is none.</summary>
    public static readonly Refusal ConfidentialityUnknown = new("old-record-confidentiality-unknown", RefusalKind.Invalid,
        "A confidentiality is N, R, V, MASQUE_PS, INVISIBLE_PATIENT or INVISIBLE_REPRESENTANTS_LEGAUX (JDV_J58).",
        "Une confidentialité est N, R, V, MASQUE_PS, INVISIBLE_PATIENT ou INVISIBLE_REPRESENTANTS_LEGAUX (JDV_J58).");

    /// <summary>The header does not say what a record must know.</summary>
    public static readonly Refusal HeaderIncomplete = new("old-record-header-incomplete", RefusalKind.Unprocessable,
        "The header of the document lacks its identifier, its type, its date, the INS of its patient, or an author.",
        "L’en-tête du document n’indique pas son identifiant, son type, sa date, l’INS du patient ou un auteur.");
}
