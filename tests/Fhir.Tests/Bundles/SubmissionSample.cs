using System.Text;
using System.Text.Json.Nodes;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Tests.Documents;

namespace MonEspaceSante.Fhir.Tests.Bundles;

/// <summary>A submission that the record takes in, for tests to spoil: a set, a document and its Binary, a replacement with its data in it, its patch.</summary>
internal static class SubmissionSample
{
    public const string Replaced = "urn:oid:1.2.250.1.999.0";

    private static readonly string Data = Convert.ToBase64String(Sample.Cda);

    public static JsonObject Bundle() => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "transaction",
        ["entry"] = new JsonArray(
            Entry("urn:uuid:set", Set(), "POST", "List"),
            Entry("urn:uuid:first", First(), "POST", "DocumentReference"),
            Entry("urn:uuid:content", Content(), "POST", "Binary"),
            Entry("urn:uuid:second", Second(), "POST", "DocumentReference"),
            Entry("urn:uuid:patch", FhirPathPatch(), "PATCH", $"DocumentReference?identifier=urn:ietf:rfc:3986|{Replaced}")),
    };

    public static JsonObject Entry(string fullUrl, JsonObject resource, string method, string url) => new()
    {
        ["fullUrl"] = fullUrl,
        ["resource"] = resource,
        ["request"] = new JsonObject { ["method"] = method, ["url"] = url },
    };

    public static JsonObject Content() => new() { ["resourceType"] = "Binary", ["contentType"] = "application/xml", ["data"] = Data };

    public static JsonObject JsonPatch(string patch) =>
        new() { ["resourceType"] = "Binary", ["contentType"] = "application/json-patch+json", ["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(patch)) };

    public static FhirReading<ReadSubmission> Read(JsonNode bundle) => SubmissionReader.Read(Encoding.UTF8.GetBytes(bundle.ToJsonString()));

    private static JsonObject Set() => JsonNode.Parse($$"""
        {
          "resourceType": "List",
          "contained": [{ "resourceType": "Practitioner", "id": "author", "identifier": [{ "system": "urn:oid:1.2.250.1.71.4.2.1", "value": "{{Sample.Professional}}" }] }],
          "extension": [
            {
              "url": "https://profiles.ihe.net/ITI/MHD/StructureDefinition/ihe-designationType",
              "valueCodeableConcept": { "coding": [{ "system": "https://mos.esante.gouv.fr/NOS/TRE_A03-ClasseDocument/FHIR/TRE-A03-ClasseDocument", "code": "11" }] }
            },
            { "url": "https://profiles.ihe.net/ITI/MHD/StructureDefinition/ihe-sourceId", "valueIdentifier": { "value": "urn:oid:1.2.3" } }
          ],
          "identifier": [
            { "use": "official", "value": "entry" },
            { "use": "usual", "system": "urn:ietf:rfc:3986", "value": "urn:oid:1.2.250.1.999.9" }
          ],
          "status": "current", "mode": "working", "title": "Lot de juin",
          "code": { "coding": [{ "system": "https://profiles.ihe.net/ITI/MHD/CodeSystem/MHDlistTypes", "code": "submissionset" }] },
          "subject": { "reference": "Patient?identifier={{Sample.Patient.System}}|{{Sample.Patient.Matricule}}" },
          "date": "2026-06-12T11:00:00+02:00",
          "source": { "reference": "#author" },
          "entry": [{ "item": { "reference": "urn:uuid:first" } }, { "item": { "reference": "urn:uuid:second" } }]
        }
        """)!.AsObject();

    private static JsonObject First()
    {
        var first = Sample.Resource();
        first.Attachment().Remove("data");
        first.Attachment()["url"] = "urn:uuid:content";
        return first;
    }

    private static JsonObject Second()
    {
        var second = Sample.Resource();
        second["masterIdentifier"]!["value"] = "urn:oid:1.2.250.1.999.2";
        second["relatesTo"] = new JsonArray(new JsonObject
        {
            ["code"] = "replaces",
            ["target"] = new JsonObject { ["identifier"] = new JsonObject { ["system"] = "urn:ietf:rfc:3986", ["value"] = Replaced } },
        });
        return second;
    }

    private static JsonObject FhirPathPatch() => JsonNode.Parse("""
        {
          "resourceType": "Parameters",
          "parameter": [
            {
              "name": "operation",
              "part": [
                { "name": "type", "valueCode": "replace" },
                { "name": "path", "valueString": "DocumentReference.status" },
                { "name": "value", "valueCode": "superseded" }
              ]
            }
          ]
        }
        """)!.AsObject();
}
