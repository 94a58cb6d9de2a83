using System.Text.Json.Nodes;

namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>Documents on their way to a record in one submission set (ITI-65).</summary>
public sealed record Submission(Person Person, params IReadOnlyList<Deposit> Documents)
{
    public string Json => new JsonObject
    {
        ["resourceType"] = "Bundle",
        ["type"] = "transaction",
        ["entry"] = new JsonArray([Entry("urn:uuid:set", Set(), "List"), .. Documents.Select((document, place) => Entry(FullUrl(place), document.ToNode(), "DocumentReference"))]),
    }.ToJsonString();

    private static JsonObject Entry(string fullUrl, JsonObject resource, string url) => new()
    {
        ["fullUrl"] = fullUrl, ["resource"] = resource, ["request"] = new JsonObject { ["method"] = "POST", ["url"] = url },
    };

    private JsonObject Set()
    {
        var set = JsonNode.Parse($$"""
            {
              "resourceType": "List",
              "contained": [{ "resourceType": "Practitioner", "id": "author", "identifier": [{ "system": "urn:oid:1.2.250.1.71.4.2.1", "value": "899700900113" }] }],
              "extension": [
                {
                  "url": "https://profiles.ihe.net/ITI/MHD/StructureDefinition/ihe-designationType",
                  "valueCodeableConcept": { "coding": [{ "system": "https://mos.esante.gouv.fr/NOS/TRE_A03-ClasseDocument/FHIR/TRE-A03-ClasseDocument", "code": "11" }] }
                },
                { "url": "https://profiles.ihe.net/ITI/MHD/StructureDefinition/ihe-sourceId", "valueIdentifier": { "value": "urn:oid:1.2.3" } }
              ],
              "identifier": [{ "use": "usual", "system": "urn:ietf:rfc:3986", "value": "urn:uuid:{{Guid.NewGuid()}}" }],
              "status": "current", "mode": "working",
              "code": { "coding": [{ "system": "https://profiles.ihe.net/ITI/MHD/CodeSystem/MHDlistTypes", "code": "submissionset" }] },
              "subject": { "identifier": { "system": "{{Person.System}}", "value": "{{Person.Matricule}}" } },
              "date": "2026-01-20T11:00:00+01:00",
              "source": { "reference": "#author" }
            }
            """)!.AsObject();
        set["entry"] = new JsonArray([.. Documents.Select((_, place) => new JsonObject { ["item"] = new JsonObject { ["reference"] = FullUrl(place) } })]);
        return set;
    }

    private static string FullUrl(int place) => $"urn:uuid:document-{place}";
}
