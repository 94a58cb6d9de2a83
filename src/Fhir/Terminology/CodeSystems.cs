using System.Collections.Frozen;

namespace MonEspaceSante.Fhir.Terminology;

/// <summary>URIs of the code and identifier systems that we read and write.</summary>
public static class CodeSystems
{
    /// <summary>Refusals of this platform.</summary>
    public const string Refusals = "https://monespacesante.example/refusals";

    /// <summary>LOINC.</summary>
    public const string Loinc = "http://loinc.org";

    /// <summary>National types of documents (TRE_A05).</summary>
    public const string NationalDocumentTypes = "https://mos.esante.gouv.fr/NOS/TRE_A05-TypeDocComplementaire/FHIR/TRE-A05-TypeDocComplementaire";

    /// <summary>Signature document types of ASTM.</summary>
    public const string Astm = "urn:oid:1.2.840.10065.1.12";

    /// <summary>Classes of documents (TRE_A03).</summary>
    public const string DocumentClasses = "https://mos.esante.gouv.fr/NOS/TRE_A03-ClasseDocument/FHIR/TRE-A03-ClasseDocument";

    /// <summary>Visibility of documents (TRE_A07).</summary>
    public const string Visibility = "https://mos.esante.gouv.fr/NOS/TRE_A07-StatutVisibiliteDocument/FHIR/TRE-A07-StatutVisibiliteDocument";

    /// <summary>Confidentiality (HL7 v3).</summary>
    public const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    /// <summary>Formats of IHE, as the national terminology server republishes them (TRE_A11).</summary>
    public const string IheFormats = "https://mos.esante.gouv.fr/NOS/TRE_A11-IheFormatCode/FHIR/TRE-A11-IheFormatCode";

    /// <summary>National formats (TRE_A06).</summary>
    public const string NationalFormats = "https://mos.esante.gouv.fr/NOS/TRE_A06-FormatCodeComplementaire/FHIR/TRE-A06-FormatCodeComplementaire";

    /// <summary>Formats of DICOM (TRE_A09).</summary>
    public const string DicomFormats = "https://mos.esante.gouv.fr/NOS/TRE_A09-DICOMuidRegistry/FHIR/TRE-A09-DICOMuidRegistry";

    /// <summary>Formats named by a web address (TRE_A10).</summary>
    public const string UriFormats = "https://mos.esante.gouv.fr/NOS/TRE_A10-NomenclatureURN/FHIR/TRE-A10-NomenclatureURN";

    /// <summary>Identifiers that are URIs (urn:oid:, urn:uuid:).</summary>
    public const string Uris = "urn:ietf:rfc:3986";

    /// <summary>RPPS numbers.</summary>
    public const string Rpps = "https://rpps.esante.gouv.fr";

    /// <summary>FINESS numbers.</summary>
    public const string Finess = "https://finess.esante.gouv.fr";

    /// <summary>Kinds of identifiers of FR Core: INS-NIR, INS-NIA…</summary>
    public const string FrenchIdentifierTypes = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203";

    /// <summary>Professions (TRE_G15).</summary>
    public const string Professions = "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante";

    /// <summary>Ordinal specialities (TRE_R38).</summary>
    public const string Specialities = "https://mos.esante.gouv.fr/NOS/TRE_R38-SpecialiteOrdinale/FHIR/TRE-R38-SpecialiteOrdinale";

    /// <summary>The systems that types of documents come from (JDV_J66).</summary>
    internal static readonly FrozenSet<string> DocumentTypes = FrozenSet.Create(StringComparer.Ordinal, Loinc, NationalDocumentTypes, Astm);

    /// <summary>The system of the format <paramref name="code"/>: the value set of the record (JDV_J60) draws from four, told apart by their codes.</summary>
    internal static string OfFormat(string code) => code switch
    {
        ['1', '.', ..] => DicomFormats,
        ['h', 't', 't', 'p', ..] => UriFormats,
        _ when code.StartsWith("urn:ihe:", StringComparison.Ordinal) => IheFormats,
        _ => NationalFormats,
    };
}
