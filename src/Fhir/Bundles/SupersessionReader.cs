using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Patches;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>Reads the patch by which TD2.1 declares a replaced document superseded, and no other patch.</summary>
internal static class SupersessionReader
{
    public static NamedDocument Read(BundleEntry patch, Faults faults)
    {
        var url = patch.Request["url"];
        var (uniqueId, logicalId) = RelationReader.OfReference(url.Text ?? "");
        if (uniqueId is null && logicalId is null)
        {
            faults.Add(DocumentFaults.ReplacedUnreadable, url.Path);
        }

        if (PatchOf(patch.Resource)?.Value?.Edits is not [MetadataEdit.SetStatus { To: DocumentStatus.Superseded }])
        {
            faults.Add(BundleFaults.PatchUnsupported, patch.Resource.Path);
        }

        return new(uniqueId, logicalId, url.Path);
    }

    // FHIR R4, transaction: a FHIRPath Patch as it is, any other syntax inside a Binary.
    private static FhirReading<MetadataPatch>? PatchOf(FhirNode resource) =>
        resource.Type?.Name is "Parameters" ? FhirPathPatchReader.Read(resource)
        : resource["data"].Bytes is { } bytes ? MetadataPatch.Read(resource["contentType"].Text ?? "", bytes)
        : null;
}
