using MonEspaceSante.Fhir.Bundles;
using static MonEspaceSante.Fhir.Profiles.ProfileRule;

namespace MonEspaceSante.Fhir.Profiles;

/// <summary>Submission sets, folders and the bundles that carry them, in PDSm 3.1.1 of ANS, upon MHD 4.2.3 of IHE.</summary>
internal static class PdsmListProfiles
{
    private const string Mhd = "https://profiles.ihe.net/ITI/MHD/StructureDefinition/";
    private const string Designation = "extension('" + Mhd + "ihe-designationType')";
    private const string SubmissionSets = "entry.resource.where($this is List and code.coding.code = 'submissionset')";
    private const string Folders = "entry.resource.where($this is List and code.coding.code = 'folder')";

    /// <summary>A submission set (lot de soumission).</summary>
    public static readonly ValidationProfile SubmissionSet = new(
        PdsmProfiles.Base + "pdsm-submissionset-comprehensive", "List",
        "PDSm 3.1.1, pdsm-submissionset-comprehensive; MHD 4.2.3, Comprehensive SubmissionSet",
        [
            .. OfKind("submissionset"),
            Slice("$this", Designation, 1, 1), Slice("$this", $"extension('{Mhd}ihe-sourceId')", 1, 1),
            Must(ProfileRefusals.ExtensionValueWrong, $"extension('{Mhd}ihe-sourceId')", "value is Identifier"),
            Some("contained"), One("source"),
            // An organisation stands in the extension authorOrg of the source.
            Must(ProfileRefusals.TargetWrong, "source", "resolve().all($this is Practitioner or $this is PractitionerRole or $this is Device or $this is Patient)"),
            Must(ProfileRefusals.NotContained, "source.where(reference.exists())", "reference.startsWith('#')"),
        ]);

    /// <summary>A folder (classeur).</summary>
    public static readonly ValidationProfile Folder = new(
        PdsmProfiles.Base + "pdsm-folder-comprehensive", "List",
        "PDSm 3.1.1, pdsm-folder-comprehensive; MHD 4.2.3, Comprehensive Folder",
        [
            .. OfKind("folder"),
            Slice("$this", Designation, 1, 1), One("title"), Some("entry"), None("source"),
        ]);

    /// <summary>A submission: one set, its documents with their contents, folders (ITI-65).</summary>
    public static readonly ValidationProfile ProvideDocuments = new(
        PdsmProfiles.Base + "pdsm-comprehensive-provide-document-bundle", "Bundle",
        "PDSm 3.1.1, pdsm-comprehensive-provide-document-bundle, flow 1; MHD 4.2.3, Comprehensive ProvideBundle",
        [
            Must(BundleFaults.TypeUnsupported, "type", "$this = 'transaction'"),
            Must(BundleFaults.SetNotOne, "$this", SubmissionSets + ".count() = 1"),
            Must(BundleFaults.NoDocument, "$this", "entry.resource.where($this is DocumentReference).exists()"),
            // Parameters carry the patch that supersedes a replaced document (PDSm4DMP, TD2.1).
            Must(BundleFaults.EntryUnsupported, "entry.resource",
                "$this is List or $this is DocumentReference or $this is Binary or $this is Patient or $this is Parameters"),
            Must(ProfileRefusals.ContentElsewhere, "entry.resource.where($this is DocumentReference).content.attachment.url", "resolve() is Binary"),
            Follow(SubmissionSets, SubmissionSet), Follow(Folders, Folder),
            Follow("entry.resource.where($this is DocumentReference)", PdsmProfiles.DocumentReference),
        ]);

    private static ProfileRule[] OfKind(string code) =>
    [
        None("modifierExtension"), One("code"), One("subject"), One("date"), AtMost(1, "note"), None("encounter"), None("orderedBy"), None("emptyReason"),
        None("entry.flag"), None("entry.deleted"), None("entry.date"),
        Must(ProfileRefusals.StatusWrong, "status", "$this = 'current' or $this = 'retired'"),
        Must(ProfileRefusals.ListKindWrong, "mode", "$this = 'working'"),
        Must(ProfileRefusals.ListKindWrong, "code", $"coding.exists(system = 'https://profiles.ihe.net/ITI/MHD/CodeSystem/MHDlistTypes' and code = '{code}')"),
        Some("identifier"), One("identifier.value"),
        Must(ProfileRefusals.TargetWrong, "entry.item", "resolve().all($this is DocumentReference or $this is List)"),
        Slice("$this", "extension('" + PdsmProfiles.Base + "pdsm-ext-is-archived')", 0, 1),
    ];
}
