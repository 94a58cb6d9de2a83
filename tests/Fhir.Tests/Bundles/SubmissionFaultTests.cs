using System.Text.Json.Nodes;
using MonEspaceSante.Fhir.Tests.Documents;

namespace MonEspaceSante.Fhir.Tests.Bundles;

public class SubmissionFaultTests
{
    private const string Set = "entry.0.resource.";
    private const string First = "entry.1.resource.";

    // path of the element to change; its new value as JSON, nothing to remove it; the code and the place of the only fault.
    public static TheoryData<string, string?, string, string> Spoiled => new()
    {
        { "type", "\"batch\"", "bundle-type-unsupported", "type" },
        { "type", null, "bundle-type-unsupported", "type" },
        { "colour", "1", "fhir-element-unknown", "colour" },
        { "entry.4.request.method", "\"PUT\"", "bundle-entry-unsupported", "entry[4].request" },
        { "entry.4.request.method", "\"DELETE\"", "bundle-entry-unsupported", "entry[4].request" },
        { "entry.4.resource", """{ "resourceType": "Observation" }""", "bundle-entry-unsupported", "entry[4].request" },
        { "entry.4.resource", null, "bundle-entry-unsupported", "entry[4].request" },
        { "entry.1.request.ifNoneExist", "\"identifier=1\"", "fhir-element-forbidden", "entry[1].request.ifNoneExist" },
        { "entry.4.request.ifMatch", "\"W/1\"", "fhir-element-forbidden", "entry[4].request.ifMatch" },
        { "entry.4.request.url", "\"DocumentReference/doc-x-id\"", "document-replaced-unreadable", "entry[4].request.url" },
        { "entry.4.request.url", "\"Patient/1\"", "document-replaced-unreadable", "entry[4].request.url" },
        { "entry.4.resource.parameter.0.part.0.valueCode", "\"add\"", "bundle-patch-unsupported", "entry[4].resource" },
        { "entry.4.resource.parameter.0.part.1.valueString", "\"DocumentReference.securityLabel\"", "bundle-patch-unsupported", "entry[4].resource" },
        { "entry.4.resource.parameter.0.part.2.valueCode", "\"entered-in-error\"", "bundle-patch-unsupported", "entry[4].resource" },
        { "entry.4.resource.parameter.0.part.2", """{ "name": "index", "valueInteger": 0 }""", "bundle-patch-unsupported", "entry[4].resource" },
        { "entry.4.resource.parameter.0.name", "\"other\"", "bundle-patch-unsupported", "entry[4].resource" },
        { "entry.4.fullUrl", "\"urn:uuid:content\"", "bundle-full-url-repeated", "entry[4].fullUrl" },
        { Set + "code.coding.0.code", "\"folder\"", "bundle-folder-unsupported", "entry[0].resource.code" },
        { Set + "code.coding.0.code", "\"other\"", "bundle-list-code-unknown", "entry[0].resource.code" },
        { Set + "status", "\"retired\"", "fhir-value-invalid", "entry[0].resource.status" },
        { Set + "mode", null, "fhir-element-missing", "entry[0].resource.mode" },
        { Set + "date", null, "fhir-element-missing", "entry[0].resource.date" },
        { Set + "date", "\"now\"", "fhir-value-invalid", "entry[0].resource.date" },
        { Set + "source", null, "fhir-element-missing", "entry[0].resource.source" },
        { Set + "source.reference", "\"#nobody\"", "fhir-reference-unresolved", "entry[0].resource.source.reference" },
        { Set + "subject", null, "fhir-element-missing", "entry[0].resource.subject" },
        { Set + "identifier.1.value", "\"9\"", "document-unique-id-not-a-uri", "entry[0].resource.identifier[1]" },
        { Set + "colour", "1", "fhir-element-unknown", "entry[0].resource.colour" },
        { Set + "extension.1.valueIdentifier", null, "fhir-element-missing", "entry[0].resource.extension[1].valueIdentifier.value" },
        { Set + "extension.0.valueCodeableConcept", null, "fhir-element-missing", "entry[0].resource.extension[0].valueCodeableConcept" },
        { Set + "entry.1.item.reference", "\"urn:uuid:content\"", "bundle-entry-unresolved", "entry[0].resource.entry[1].item.reference" },
        { First + "status", "\"superseded\"", "document-status-not-current", "entry[1].resource.status" },
        { First + "subject.reference", "\"Patient?identifier=urn:oid:1.2.250.1.213.1.4.8|124018852493334\"", "bundle-patients-mixed", "entry[1].resource.subject" },
        { First + "content.0.attachment.url", "\"urn:uuid:nowhere\"", "bundle-entry-unresolved", "entry[1].resource.content[0].attachment.url" },
        { First + "content.0.attachment.url", "\"urn:uuid:second\"", "bundle-entry-unresolved", "entry[1].resource.content[0].attachment.url" },
        { First + "content.0.attachment.data", "\"AAAA\"", "fhir-element-forbidden", "entry[1].resource.content[0].attachment.data" },
        { "entry.2.resource.data", "\"a*b=\"", "fhir-value-invalid", "entry[2].resource.data" },
        { "entry.2.resource.data", null, "fhir-element-missing", "entry[2].resource.data" },
        { "entry.2.resource.contentType", "\"application/pdf\"", "document-content-mismatch", "entry[2].resource.contentType" },
        { "entry.3.resource.content.0.attachment", """{ "contentType": "application/xml", "title": "Deux", "url": "urn:uuid:content" }""", "bundle-binary-not-of-one-document", "entry[3].resource.content[0].attachment.url" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void Each_fault_has_its_code_and_its_place(string path, string? value, string code, string place)
    {
        var read = SubmissionSample.Read(DocumentReferenceFaultTests.Spoil(SubmissionSample.Bundle(), path, value));

        Assert.Null(read.Value);
        Assert.Contains((code, "Bundle." + place), read.Faults.Select(fault => (fault.Code, fault.Expression)));

        // A set or a content that is not one is missing elsewhere.
        Assert.All(read.Faults, fault => Assert.True(
            fault.Expression == "Bundle." + place || fault.Code is "bundle-submission-set-not-one" or "bundle-binary-not-of-one-document" or "bundle-document-outside-set",
            $"{fault.Code} at {fault.Expression}"));
    }

    [Theory]
    [InlineData("""[{ "op": "replace", "path": "/securityLabel", "value": "superseded" }]""")]
    [InlineData("""[{ "op": "replace", "path": "/status", "value": "current" }]""")]
    [InlineData("""[{ "op": "replace", "path": "/status", "value": 1 }]""")]
    [InlineData("""[{ "op": "replace", "path": "/status", "value": "superseded", "value": "superseded" }]""")]
    [InlineData("""[{ "op": "replace", "path": "/status", "value": "superseded" }, { "op": "remove", "path": "/subject" }]""")]
    [InlineData("""{ "op": "replace", "path": "/status", "value": "superseded" }""")]
    [InlineData("""[{ "op": "replace", "path": "/status", "value": "\ud800" }]""")]
    [InlineData("""["replace"]""")]
    [InlineData("[")]
    public void Another_JSON_patch_is_refused(string patch)
    {
        var bundle = SubmissionSample.Bundle();
        bundle["entry"]![4]!["resource"] = SubmissionSample.JsonPatch(patch);

        Assert.Equal([("bundle-patch-unsupported", "Bundle.entry[4].resource")], Codes(bundle));
    }

    [Fact]
    public void A_Binary_that_no_document_points_at_is_refused()
    {
        var bundle = SubmissionSample.Bundle();
        bundle["entry"]!.AsArray().Add(SubmissionSample.Entry("urn:uuid:lost", SubmissionSample.Content(), "POST", "Binary"));

        Assert.Equal([("bundle-binary-not-of-one-document", "Bundle.entry[5].resource")], Codes(bundle));
    }

    [Fact]
    public void A_document_that_the_set_does_not_list_is_refused()
    {
        var bundle = SubmissionSample.Bundle();
        bundle["entry"]![0]!["resource"]!["entry"]!.AsArray().RemoveAt(1);

        Assert.Equal([("bundle-document-outside-set", "Bundle.entry[3].resource")], Codes(bundle));
    }

    [Fact]
    public void A_submission_has_one_set_and_one_document_at_least()
    {
        var bundle = SubmissionSample.Bundle();
        bundle["entry"]!.AsArray().RemoveAt(3);
        bundle["entry"]!.AsArray().RemoveAt(1);
        Assert.Contains(("bundle-without-document", "Bundle.entry"), Codes(bundle));

        bundle = SubmissionSample.Bundle();
        bundle["entry"]!.AsArray().RemoveAt(0);
        Assert.Equal([("bundle-submission-set-not-one", "Bundle.entry")], Codes(bundle));

        bundle = SubmissionSample.Bundle();
        var second = bundle["entry"]![0]!.DeepClone();
        second["fullUrl"] = "urn:uuid:other";
        bundle["entry"]!.AsArray().Add(second);
        Assert.Equal([("bundle-submission-set-not-one", "Bundle.entry")], Codes(bundle));
    }

    private static IEnumerable<(string Code, string? Place)> Codes(JsonNode bundle) => SubmissionSample.Read(bundle).Faults.Select(fault => (fault.Code, fault.Expression));
}
