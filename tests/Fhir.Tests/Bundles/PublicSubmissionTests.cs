using System.Text.Json.Nodes;
using MonEspaceSante.Fhir.Tests.Documents;

namespace MonEspaceSante.Fhir.Tests.Bundles;

/// <summary>
/// The examples of the PDSm-for-DMP guide as requests of <c>POST /fhir</c>, with a number whose key is right. The two submissions are accepted,
/// the replacement once <c>doc-x-id</c> is an id of ours: servers give ids. What is not a transaction is refused.
/// </summary>
public class PublicSubmissionTests
{
    [SkippableFact]
    public void The_submission_set_is_accepted()
    {
        var read = SubmissionSample.Read(PublicExamples.Read("Bundle-example-td2-iti65-lot-soumission.json"));

        Assert.Empty(read.Faults);
        Assert.Equal("urn:oid:1.2.250.1.213.1.4.8.99999.2", read.Value!.Documents.Single().Document.Draft.UniqueId);
        Assert.Equal("11", read.Value.Set.Designation.Code);
        Assert.Equal("urn:oid:1.2.3.4.5.6.7.8", read.Value.Set.SourceId);
    }

    [SkippableFact]
    public void The_replacement_is_accepted_once_the_replaced_document_is_one_of_ours()
    {
        var id = new ResourceId(World.Space, World.Sheet.LogicalId);
        var bundle = PublicExamples.Text("Bundle-example-td2-1-remplacement.json").Replace("DocumentReference/doc-x-id", $"DocumentReference/{id}", StringComparison.Ordinal);
        var read = SubmissionSample.Read(JsonNode.Parse(bundle)!);

        Assert.Empty(read.Faults);
        Assert.Equal(id.Thing, read.Value!.Documents.Single().Document.ReplacedLogicalId);
        Assert.Equal(id.Thing, read.Value.Superseded.Single().LogicalId);
    }

    [SkippableFact]
    public void The_replacement_of_a_document_that_no_server_of_ours_named_is_refused_twice() =>
        Assert.Equal(
            [
                ("document-replaced-unreadable", "Bundle.entry[1].resource.relatesTo[0].target"),
                ("document-replaced-unreadable", "Bundle.entry[2].request.url"),
            ],
            SubmissionSample.Read(PublicExamples.Read("Bundle-example-td2-1-remplacement.json")).Faults.Select(fault => (fault.Code, fault.Expression)));

    [SkippableTheory]
    [InlineData("Bundle-example-annexe-fhir-document.json", "bundle-type-unsupported", "Bundle.type")]
    [InlineData("Bundle-example-annexe-searchset-documentreferences.json", "bundle-type-unsupported", "Bundle.type")]
    [InlineData("DocumentReference-doc-x-id.json", "fhir-resource-type-wrong", "Bundle")]
    [InlineData("DocumentReference-example-td2-iti105-publication-simplifiee.json", "fhir-resource-type-wrong", "Bundle")]
    public void A_document_a_search_answer_and_a_resource_of_its_own_are_refused(string file, string code, string place) =>
        Assert.Equal([(code, place)], SubmissionSample.Read(PublicExamples.Read(file)).Faults.Select(fault => (fault.Code, fault.Expression)));
}
