using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>Why a content is not a CDA document that is read.</summary>
public static class CdaRefusals
{
    /// <summary>Not XML, not CDA, or more than a document is.</summary>
    public static readonly Refusal Malformed = new("cda-malformed", RefusalKind.Invalid,
        "The content is not a CDA R2 ClinicalDocument in XML without DTD and XInclude, of at most 20,000,000 characters, 100,000 elements and 128 levels.",
        "Le contenu n’est pas un ClinicalDocument CDA R2 en XML sans DTD ni XInclude, de 20 000 000 caractères, 100 000 éléments et 128 niveaux au plus.");

    /// <summary>A value that is none.</summary>
    public static readonly Refusal ValueInvalid = new("cda-value-invalid", RefusalKind.Unprocessable,
        "The value is not one of its CDA type.", "La valeur n’est pas conforme à son type CDA.");

    /// <summary>Two people.</summary>
    public static readonly Refusal PatientsSeveral = new("cda-patients-several", RefusalKind.Unprocessable,
        "A document of the record is about one patient: it has one recordTarget.",
        "Un document du dossier concerne un seul patient : il comporte un seul recordTarget.");

    /// <summary>A level-1 body without a file.</summary>
    public static readonly Refusal BodyUnreadable = new("cda-body-unreadable", RefusalKind.Unprocessable,
        "The body is empty, or declares the representation B64 and is not base64.", "Le corps est vide, ou annonce la représentation B64 et n’est pas en base64.");
}
