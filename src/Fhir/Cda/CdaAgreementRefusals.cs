using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>What a document and the metadata that it is deposited with say differently; see <see cref="CdaAgreement"/>.</summary>
public static class CdaAgreementRefusals
{
    /// <summary>Another identifier.</summary>
    public static readonly Refusal UniqueIdDiffers = new("cda-unique-id-differs", RefusalKind.Unprocessable,
        "The unique identifier of the deposit is not the id of the CDA document.",
        "L’identifiant unique du dépôt n’est pas l’id du document CDA.");

    /// <summary>Another type.</summary>
    public static readonly Refusal TypeDiffers = new("cda-type-differs", RefusalKind.Unprocessable,
        "The type of the deposit is not the code of the CDA document.",
        "Le type du dépôt n’est pas le code du document CDA.");

    /// <summary>Another person.</summary>
    public static readonly Refusal PatientDiffers = new("cda-patient-differs", RefusalKind.Unprocessable,
        "The matricule INS of the CDA document is not the one of the person whose record it is deposited in.",
        "Le matricule INS du document CDA n’est pas celui de la personne dont le dossier reçoit le dépôt.");

    /// <summary>Another time of creation.</summary>
    public static readonly Refusal CreatedDiffers = new("cda-created-differs", RefusalKind.Unprocessable,
        "The creation date of the deposit is not the effectiveTime of the CDA document.",
        "La date de création du dépôt n’est pas l’effectiveTime du document CDA.");

    /// <summary>The same person, described otherwise.</summary>
    public static readonly Refusal TraitsDiffer = new("cda-traits-differ", RefusalKind.Unprocessable,
        "The CDA document gives the patient another birth date or sex than the record has.",
        "Le document CDA donne au patient une autre date de naissance ou un autre sexe que ceux du dossier.");

    /// <summary>Other authors.</summary>
    public static readonly Refusal AuthorDiffers = new("cda-author-differs", RefusalKind.Unprocessable,
        "None of the professionals named as authors of the deposit is an author of the CDA document.",
        "Aucun des professionnels indiqués comme auteurs du dépôt n’est auteur du document CDA.");

    /// <summary>Another language.</summary>
    public static readonly Refusal LanguageDiffers = new("cda-language-differs", RefusalKind.Unprocessable,
        "The language of the deposit is not the languageCode of the CDA document.",
        "La langue du dépôt n’est pas le languageCode du document CDA.");

    /// <summary>Other days.</summary>
    public static readonly Refusal ActDiffers = new("cda-act-differs", RefusalKind.Unprocessable,
        "The act of the deposit does not begin and end on the days of an act of the CDA document (documentationOf).",
        "L’acte du dépôt ne commence ni ne finit aux jours d’un acte du document CDA (documentationOf).");

    /// <summary>A header with a hole.</summary>
    public static readonly Refusal ElementMissing = new("cda-element-missing", RefusalKind.Unprocessable,
        "The header of the CDA document lacks an element that the minimal structure of documents of CI-SIS requires.",
        "L’en-tête du document CDA ne comporte pas un élément exigé par la structuration minimale des documents du CI-SIS.");
}
