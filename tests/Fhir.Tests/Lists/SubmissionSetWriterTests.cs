using System.Text.Json.Nodes;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Lists;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Profiles;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Tests.Lists;

public class SubmissionSetWriterTests
{
    private static readonly SubmissionDraft Draft = new(
        "urn:oid:1.2.250.1.999.2", "urn:oid:1.2.250.1.999", new("https://designation.example", "11", "Synthèse"),
        new(World.Doctor, "Dr Durand", World.Clinic), World.Noon.AddDays(-1), "Lot du matin");

    private static readonly Submission Set = new(
        Guid.Parse("dddddddd-dddd-4ddd-8ddd-dddddddddddd"), Draft, new(World.Doctor, World.Clinic, "Dr Durand", false), World.Noon, [World.Sheet.LogicalId]);

    [Fact]
    public void A_set_is_written() => Golden.Approve("submission-set", json => SubmissionSetWriter.Write(json, Set, World.Space, World.Ins));

    [Fact]
    public void A_set_follows_the_profile_that_it_claims()
    {
        Assert.Empty(Validator.Validate(Written(Set), PdsmListProfiles.SubmissionSet));
        Assert.Empty(Validator.Validate(Written(Set with { Draft = Draft with { Source = new(null, "Clinique", World.Clinic) } }), PdsmListProfiles.SubmissionSet));
    }

    [Fact]
    public void A_set_whose_source_is_only_named_claims_no_profile() =>
        Assert.False(Written(Set with { Draft = Draft with { Source = new(null, "Scanner") } }).Root["meta"]["profile"].Exists);

    [Fact]
    public void A_document_that_came_alone_is_a_list_of_R4_that_claims_no_profile()
    {
        var alone = Written(Set with { Draft = null, By = new(null, null, "", true) });

        Assert.Empty(Validator.Validate(alone));
        Assert.False(alone.Root["meta"]["profile"].Exists);
        Assert.Equal($"Patient/{World.Space.Value}", alone.Root["source"]["reference"].Text);
    }

    [Fact]
    public void A_number_is_told_only_to_who_named_the_patient_by_it() =>
        Assert.Null(JsonNode.Parse(FhirJson.Bytes(json => SubmissionSetWriter.Write(json, Set, World.Space, null)))!["subject"]!["identifier"]);

    private static FhirResource Written(Submission submission)
    {
        var read = FhirResource.FromJson(FhirJson.Bytes(json => SubmissionSetWriter.Write(json, submission, World.Space, World.Ins)));
        Assert.Empty(read.Faults);
        return read.Value!;
    }
}
