using System.Text.Json.Nodes;

namespace MonEspaceSante.Fhir.Tests.Documents;

/// <summary>The examples of the PDSm-for-DMP guide as single documents.</summary>
public class PublicExampleTests
{
    [SkippableFact]
    public void The_simplified_publication_is_read()
    {
        var read = Sample.Read(PublicExamples.Text("DocumentReference-example-td2-iti105-publication-simplifiee.json"));

        Assert.Empty(read.Faults);
        Assert.Equal("urn:oid:1.2.250.1.213.1.4.8.99999.1", read.Value!.Draft.UniqueId);
    }

    [SkippableFact]
    public void The_wrong_number_of_the_examples_is_refused() =>
        Assert.Equal(
            [("matricule-key-wrong", "DocumentReference.subject.reference")],
            Sample.Read(PublicExamples.Published("DocumentReference-example-td2-iti105-publication-simplifiee.json")).Faults.Select(fault => (fault.Code, fault.Expression)));

    [SkippableTheory]
    [InlineData("DocumentReference-doc-x-id.json")]
    [InlineData("Bundle-example-td2-iti65-lot-soumission.json")]
    [InlineData("Bundle-example-annexe-searchset-documentreferences.json")]
    public void A_comprehensive_example_is_read_once_its_content_is_embedded(string file)
    {
        var examples = References(PublicExamples.Read(file)).ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, resource => Assert.Empty(Sample.Read(Embed(resource)).Faults));
    }

    [SkippableFact]
    public void The_replacement_names_a_document_of_ours_or_nothing()
    {
        var bundle = PublicExamples.Read("Bundle-example-td2-1-remplacement.json");
        var resource = Embed(References(bundle).Single());

        Assert.Equal(["document-replaced-unreadable"], Sample.Read(resource).Faults.Select(fault => fault.Code));

        resource["relatesTo"]![0]!["target"]!["reference"] = "DocumentReference/" + new ResourceId(World.Space, World.Sheet.LogicalId);
        Assert.NotNull(Sample.Read(resource).Value?.ReplacedLogicalId);
    }

    private static IEnumerable<JsonObject> References(JsonNode json) =>
        (string?)json["resourceType"] == "Bundle"
            ? json["entry"]!.AsArray().Select(entry => entry!["resource"]!.AsObject()).Where(resource => (string?)resource["resourceType"] == "DocumentReference")
            : [json.AsObject()];

    private static JsonObject Embed(JsonObject resource)
    {
        resource["status"] = "current";
        foreach (var declared in new[] { "url", "size", "hash" })
        {
            resource.Attachment().Remove(declared);
        }

        resource.Attachment()["contentType"] = "application/xml";
        resource.Attachment()["data"] = Convert.ToBase64String(Sample.Cda);
        return resource;
    }
}
