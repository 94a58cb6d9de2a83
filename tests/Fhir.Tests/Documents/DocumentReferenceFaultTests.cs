using System.Text;
using System.Text.Json.Nodes;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Documents;

namespace MonEspaceSante.Fhir.Tests.Documents;

public class DocumentReferenceFaultTests
{
    // path of the element to change; its new value as JSON, nothing to remove it; the code and the place of the only fault.
    public static TheoryData<string, string?, string, string> Spoiled => new()
    {
        { "status", "\"superseded\"", "document-status-not-current", "status" },
        { "status", null, "fhir-element-missing", "status" },
        { "status", "true", "fhir-element-shape-wrong", "status" },
        { "status", "\"\"", "fhir-element-empty", "status" },
        { "description", "null", "fhir-element-empty", "description" },
        { "colour", "\"red\"", "fhir-element-unknown", "colour" },
        { "_subject", "{}", "fhir-element-unknown", "_subject" },
        { "_subject", """{ "id": "x" }""", "fhir-element-unknown", "_subject" },
        { "implicitRules", "\"https://rules.example\"", "fhir-modifier-unknown", "implicitRules" },
        { "modifierExtension", """[{ "url": "https://x.example", "valueBoolean": true }]""", "fhir-modifier-unknown", "modifierExtension[0]" },
        { "masterIdentifier", null, "fhir-element-missing", "masterIdentifier" },
        { "masterIdentifier.system", "\"https://local.example\"", "document-unique-id-not-a-uri", "masterIdentifier" },
        { "masterIdentifier.value", "\"urn:oid:1.2.03\"", "document-unique-id-not-a-uri", "masterIdentifier" },
        { "masterIdentifier.colour", "1", "fhir-element-unknown", "masterIdentifier.colour" },
        { "type", null, "fhir-element-missing", "type" },
        { "type.coding.0.system", "\"https://local.example\"", "document-type-system-unknown", "type.coding" },
        { "type.coding", "{}", "fhir-element-shape-wrong", "type.coding" },
        { "type.coding", """{ "code": "x" }""", "fhir-element-shape-wrong", "type.coding" },
        { "subject", null, "fhir-element-missing", "subject" },
        { "subject", """{ "display": "Camille" }""", "subject-unreadable", "subject" },
        { "subject.reference", "\"Patient/42\"", "subject-unreadable", "subject.reference" },
        { "subject.reference", "\"#nobody\"", "fhir-reference-unresolved", "subject.reference" },
        { "subject.reference", "\"#author\"", "fhir-reference-unresolved", "subject.reference" },
        { "subject.reference", "\"Patient?identifier=279035121518989\"", "patient-identifier-invalid", "subject.reference" },
        { "subject.reference", "\"Patient?identifier=urn:oid:1.2.250.1.213.1.4.8|123456789012345\"", "matricule-key-wrong", "subject.reference" },
        { "subject.reference", "\"Patient?identifier=urn:oid:1.2.3|279035121518989\"", "ins-authority-unknown", "subject.reference" },
        { "subject.identifier", """{ "system": "urn:oid:1.2.250.1.213.1.4.8", "value": "2790351" }""", "matricule-malformed", "subject.identifier" },
        { "subject.identifier", """{ "system": "urn:oid:1.2.250.1.213.1.4.8", "value": "124018852493334" }""", "subject-contradictory", "subject" },
        { "subject.identifier", """{ "type": { "coding": [{ "code": "NH" }] }, "system": "urn:oid:1.2.250.1.213.1.4.8", "value": "124018852493334" }""", "subject-billing-number", "subject.identifier" },
        { "date", null, "fhir-element-missing", "date" },
        { "date", "\"yesterday\"", "fhir-value-invalid", "date" },
        { "author", null, "fhir-element-missing", "author" },
        { "author.0.reference", "\"#nobody\"", "fhir-reference-unresolved", "author[0].reference" },
        { "author.0.reference", "\"Practitioner/42\"", "document-author-unidentified", "author[0]" },
        { "contained.0.identifier.0.value", "\"899700218897\"", "professional-id-malformed", "contained[0].identifier[0].value" },
        { "contained.0.identifier.0", """{ "system": "https://rpps.esante.gouv.fr", "value": "1" }""", "rpps-malformed", "contained[0].identifier[0].value" },
        { "contained.0.identifier.0", """{ "system": "https://finess.esante.gouv.fr", "value": "1" }""", "structure-id-malformed", "contained[0].identifier[0].value" },
        { "contained.0.colour", "1", "fhir-element-unknown", "contained[0].colour" },
        { "securityLabel.0.coding.0.code", "\"MASQUE_PS\"", "document-label-unknown", "securityLabel[0]" },
        { "relatesTo", """[{ "code": "appends", "target": { "identifier": { "system": "urn:ietf:rfc:3986", "value": "urn:oid:1.2" } } }]""", "document-relation-unsupported", "relatesTo[0].code" },
        { "relatesTo", """[{ "code": "replaces", "target": { "reference": "DocumentReference/doc-x-id" } }]""", "document-replaced-unreadable", "relatesTo[0].target" },
        { "context.period.start", "\"2026-06-13T12:00:00Z\"", "document-period-reversed", "context.period" },
        { "context.period.end", "\"soon\"", "fhir-value-invalid", "context.period.end" },
        { "context.facilityType", """{ "text": "Cabinet" }""", "fhir-element-missing", "context.facilityType.coding" },
        { "content.0.attachment.title", null, "fhir-element-missing", "content[0].attachment.title" },
        { "content.0.attachment.contentType", null, "fhir-element-missing", "content[0].attachment.contentType" },
        { "content.0.attachment.contentType", "\"application/pdf\"", "document-content-mismatch", "content[0].attachment.contentType" },
        { "content.0.attachment.contentType", "\"application/zip\"", "document-media-type-unsupported", "content[0].attachment.contentType" },
        { "content.0.attachment.contentType", "\"text/plain\\nX: y\"", "document-media-type-unsupported", "content[0].attachment.contentType" },
        { "content.0.attachment.language", "\"le français\"", "fhir-value-invalid", "content[0].attachment.language" },
        { "content.0.attachment.url", "\"https://elsewhere.example/1\"", "fhir-element-forbidden", "content[0].attachment.url" },
        { "content.0.attachment.data", null, "fhir-element-missing", "content[0].attachment.data" },
        { "content.0.attachment.data", "\"a*b=\"", "fhir-value-invalid", "content[0].attachment.data" },
        { "content.0.attachment.data", "\"\"", "fhir-element-empty", "content[0].attachment.data" },
        { "content.0.attachment.data", "12", "fhir-element-shape-wrong", "content[0].attachment.data" },
        { "content.0.attachment.hash", "\"A/hMRrv6Y15BjSM8kMLidrz+mHc=\"", "document-hash-mismatch", "content[0].attachment.hash" },
        { "content.0.attachment.size", "80", "document-size-mismatch", "content[0].attachment.size" },
        { "content.0.attachment.size", "1.5", "fhir-value-invalid", "content[0].attachment.size" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void Each_fault_has_its_code_and_its_place(string path, string? value, string code, string place)
    {
        var read = Sample.Read(Spoil(Sample.Resource(), path, value));

        Assert.Null(read.Value);
        Assert.Equal([(code, "DocumentReference." + place)], Codes(read));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var resource = Spoil(Sample.Resource(), "status", "\"superseded\"");
        Spoil(resource, "colour", "\"red\"");
        Spoil(resource, "content.0.attachment.title", null);
        Spoil(resource, "content.0.attachment.data", "\"a*b=\"");

        Assert.Equal(
            [
                ("fhir-value-invalid", "DocumentReference.content[0].attachment.data"),
                ("fhir-element-unknown", "DocumentReference.colour"),
                ("document-status-not-current", "DocumentReference.status"),
                ("fhir-element-missing", "DocumentReference.content[0].attachment.title"),
            ],
            Codes(Sample.Read(resource)));
    }

    [Fact]
    public void Two_contents_five_labels_and_two_relations_are_too_many()
    {
        var resource = Sample.Resource();
        resource["content"]!.AsArray().Add(resource["content"]![0]!.DeepClone());
        var label = resource["securityLabel"]![0]!;
        for (var i = 0; i < 4; i++)
        {
            resource["securityLabel"]!.AsArray().Add(label.DeepClone());
        }

        var replaces = """{ "code": "replaces", "target": { "identifier": { "system": "urn:ietf:rfc:3986", "value": "urn:oid:1.2" } } }""";
        resource["relatesTo"] = JsonNode.Parse($"[{replaces}, {replaces}]");

        Assert.Equal(
            ["DocumentReference.content", "DocumentReference.relatesTo", "DocumentReference.securityLabel"],
            Sample.Read(resource).Faults.Select(fault => fault.Code == "fhir-too-many-elements" ? fault.Expression : fault.Code).Order());
    }

    [Fact]
    public void A_crowd_of_authors_is_too_many()
    {
        var resource = Sample.Resource();
        resource["author"] = new JsonArray([.. Enumerable.Range(0, 51).Select(i => (JsonNode)new JsonObject { ["display"] = $"A{i}" })]);

        Assert.Equal([("fhir-too-many-elements", "DocumentReference.author")], Codes(Sample.Read(resource)));
    }

    [Fact]
    public void A_thousand_faults_are_answered_by_a_hundred()
    {
        var resource = Sample.Resource();
        for (var i = 0; i < 1_000; i++)
        {
            resource[$"colour{i}"] = 1;
        }

        Assert.Equal(100, Sample.Read(resource).Faults.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"DocumentReference\"")]
    [InlineData("{ \"resourceType\": \"DocumentReference\" ")]
    [InlineData("{ \"resourceType\": \"DocumentReference\", }")]
    [InlineData("{ /* hello */ \"resourceType\": \"DocumentReference\" }")]
    [InlineData("{ \"resourceType\": \"DocumentReference\", \"description\": \"\\ud800\" }")]
    [InlineData("{ \"resourceType\": \"DocumentReference\", \"\\udc00\": 1 }")]
    public void What_is_not_JSON_is_refused(string body) => Assert.Equal([("fhir-json-malformed", "DocumentReference")], Codes(Sample.Read(body)));

    [Fact]
    public void What_is_not_UTF_8_is_refused() =>
        Assert.Equal([("fhir-json-malformed", "DocumentReference")], Codes(DocumentReferenceReader.Read(Encoding.Latin1.GetBytes("""{ "resourceType": "é" }"""))));

    [Fact]
    public void What_is_nested_65_deep_is_refused()
    {
        var deep = $$"""{ "resourceType": "DocumentReference", "text": {{new string('[', 64)}}1{{new string(']', 64)}} }""";

        Assert.Equal([("fhir-json-malformed", "DocumentReference")], Codes(Sample.Read(deep)));
    }

    [Fact]
    public void A_name_that_occurs_twice_is_refused_wherever_it_is() =>
        Assert.Equal(
            [("fhir-name-repeated", "DocumentReference.subject.reference"), ("fhir-name-repeated", "DocumentReference.status")],
            Codes(Sample.Read("""{ "resourceType": "DocumentReference", "subject": { "reference": "a", "reference": "b" }, "status": "current", "status": "current" }""")));

    [Fact]
    public void Another_resource_is_refused() =>
        Assert.Equal([("fhir-resource-type-wrong", "DocumentReference")], Codes(Sample.Read("""{ "resourceType": "Patient" }""")));

    private static IEnumerable<(string Code, string? Place)> Codes(FhirReading<ReadDocument> read) => read.Faults.Select(fault => (fault.Code, fault.Expression));

    /// <summary>Changes the element at <paramref name="path"/>; removes it where there is no value.</summary>
    internal static JsonObject Spoil(JsonObject resource, string path, string? value)
    {
        JsonNode node = resource;
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
        {
            node = int.TryParse(step, out var index) ? node[index]! : node[step]!;
        }

        switch (node)
        {
            case JsonArray array:
                array[int.Parse(steps[^1])] = JsonNode.Parse(value!);
                break;
            case JsonObject parent when value is null:
                parent.Remove(steps[^1]);
                break;
            default:
                node[steps[^1]] = JsonNode.Parse(value!);
                break;
        }

        return resource;
    }
}
