using System.Text.Json;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Bundles;

/// <summary>Reads the patch by which TD2.1 declares a replaced document superseded, and no other patch.</summary>
internal static class SupersessionReader
{
    private const string JsonPatch = "application/json-patch+json";

    public static NamedDocument Read(BundleEntry patch, Faults faults)
    {
        var url = patch.Request["url"];
        var (uniqueId, logicalId) = RelationReader.OfReference(url.Text ?? "");
        if (uniqueId is null && logicalId is null)
        {
            faults.Add(DocumentFaults.ReplacedUnreadable, url.Path);
        }

        if (!(patch.Resource.Type?.Name is "Parameters" ? IsFhirPathPatch(patch.Resource) : IsJsonPatch(patch.Resource)))
        {
            faults.Add(BundleFaults.PatchUnsupported, patch.Resource.Path);
        }

        return new(uniqueId, logicalId, url.Path);
    }

    // FHIR R4, FHIRPath Patch: one operation of three parts.
    private static bool IsFhirPathPatch(FhirNode parameters) =>
        parameters.Each("parameter").ToList() is [var operation] && operation["name"].Text is "operation"
        && operation.Each("part").Select(part => (Name: part["name"].Text, Value: part["valueCode"].Text ?? part["valueString"].Text))
            .OrderBy(part => part.Name, StringComparer.Ordinal)
            .SequenceEqual([("path", "DocumentReference.status"), ("type", "replace"), ("value", "superseded")]);

    // RFC 6902: one operation of three members.
    private static bool IsJsonPatch(FhirNode binary)
    {
        if (binary["contentType"].Text is not JsonPatch || binary["data"].Bytes is not { } bytes)
        {
            return false;
        }

        try
        {
            using var patch = JsonDocument.Parse(bytes);
            return patch.RootElement is { ValueKind: JsonValueKind.Array } operations && operations.GetArrayLength() == 1
                && operations[0] is { ValueKind: JsonValueKind.Object } operation
                && operation.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal)
                    .Select(member => (member.Name, member.Value.ValueKind is JsonValueKind.String ? member.Value.GetString() : null))
                    .SequenceEqual([("op", "replace"), ("path", "/status"), ("value", "superseded")]);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // The second: a name or a text with half a surrogate pair.
            return false;
        }
    }
}
