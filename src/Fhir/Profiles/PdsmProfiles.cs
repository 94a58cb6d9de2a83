using MonEspaceSante.Fhir.Documents;
using static MonEspaceSante.Fhir.Profiles.ProfileRule;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>Documents in PDSm (partage de documents de santé en mobilité) 3.1.1 of ANS, upon MHD 4.2.3 of IHE.</summary>
internal static class PdsmProfiles
{
    /// <summary>Where the profiles of the guide live.</summary>
    public const string Base = "https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/";

    private const string IsArchived = "extension('" + Base + "pdsm-ext-is-archived')";

    /// <summary>A document whose content is elsewhere (ITI-65, ITI-67).</summary>
    public static readonly ValidationProfile DocumentReference = new(
        Base + "pdsm-comprehensive-document-reference", "DocumentReference",
        "PDSm 3.1.1, pdsm-comprehensive-document-reference; MHD 4.2.3, Comprehensive DocumentReference; PDSm4DMP 0.1.0 for at most four labels",
        [
            None("modifierExtension"), None("docStatus"), Some("contained"), One("masterIdentifier"), One("masterIdentifier.system"), One("masterIdentifier.value"),
            Must(ProfileRefusals.StatusWrong, "status", "$this = 'current' or $this = 'superseded'"),
            One("type"), One("category"), One("subject"), One("date"), One("custodian"),
            Some("author"), Some("securityLabel"), AtMost(4, "securityLabel"),
            Must(ProfileRefusals.TargetWrong, "author", "resolve().all($this is Practitioner or $this is PractitionerRole or $this is Device or $this is Patient)"),
            Must(ProfileRefusals.NotContained, "author", "reference.startsWith('#')"),
            Must(ProfileRefusals.NotContained, "authenticator", "reference.startsWith('#')"),
            Must(ProfileRefusals.NotContained, "context.sourcePatientInfo", "reference.startsWith('#')"),
            One("content"), One("content.attachment.contentType"), One("content.attachment.language"),
            One("content.attachment.url"), None("content.attachment.data"),
            One("content.attachment.size"), One("content.attachment.hash"), One("content.attachment.title"), One("content.attachment.creation"),
            One("content.format"), One("context"), One("context.period"), One("context.period.start"),
            One("context.facilityType"), One("context.practiceSetting"), One("context.sourcePatientInfo"),
            .. Common,
        ]);

    /// <summary>A document with its content, published alone (ITI-105).</summary>
    public static readonly ValidationProfile SimplifiedPublish = new(
        Base + "pdsm-simplified-publish", "DocumentReference",
        "PDSm 3.1.1, pdsm-simplified-publish",
        [
            Must(DocumentFaults.StatusNotCurrent, "status", "$this = 'current'"),
            One("subject"), One("date"), One("custodian"), Some("author"),
            One("content"), One("content.attachment.contentType"), One("content.attachment.data"),
            One("content.attachment.title"), None("content.attachment.url"),
            AtMost(1, "context.event"),
            .. Common,
        ]);

    // The terminologies that the guide lists for type (constr-bind-type), category (constr-bind-category) and authors.
    private static ProfileRule[] Common =>
    [
        Must(DocumentFaults.TypeSystemUnknown, "type",
            "coding.exists(system = 'http://loinc.org' or system.contains('TRE_A05') or system.contains('TRE_A12') or system = 'urn:oid:1.2.840.10065.1.12')"),
        Must(ProfileRefusals.CodeSystemWrong, "category", "coding.exists(system.contains('TRE_A03') or system.contains('TRE_A10'))"),
        Must(ProfileRefusals.TargetWrong, "authenticator", "resolve().all($this is Practitioner or $this is PractitionerRole or $this is Organization)"),
        Slice("$this", IsArchived, 0, 1),
        Must(ProfileRefusals.ExtensionValueWrong, IsArchived, "value is boolean"),
    ];
}
