using System.Text.Json.Nodes;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Outcomes;

namespace MonEspaceSante.Fhir.Tests.Outcomes;

public class OperationOutcomeWriterTests
{
    [Fact]
    public void Refusals_are_written_with_their_place_and_in_both_languages() =>
        Golden.Approve("operation-outcome", json => OperationOutcomeWriter.Write(
            json, [DocumentRefusals.TitleInvalid.At("DocumentReference.content[0].attachment.title"), DocumentRefusals.Unknown]));

    // http://hl7.org/fhir/R4/valueset-issue-type.html
    [Theory]
    [InlineData(RefusalKind.Invalid, "invalid")]
    [InlineData(RefusalKind.Unauthenticated, "login")]
    [InlineData(RefusalKind.Forbidden, "forbidden")]
    [InlineData(RefusalKind.NotFound, "not-found")]
    [InlineData(RefusalKind.Gone, "deleted")]
    [InlineData(RefusalKind.Conflict, "conflict")]
    [InlineData(RefusalKind.ConditionFailed, "conflict")]
    [InlineData(RefusalKind.TooLarge, "too-long")]
    [InlineData(RefusalKind.Unsupported, "not-supported")]
    [InlineData(RefusalKind.Unprocessable, "business-rule")]
    [InlineData(RefusalKind.TooMany, "throttled")]
    [InlineData(RefusalKind.Unavailable, "transient")]
    public void Each_kind_has_its_issue_type(RefusalKind kind, string code)
    {
        var outcome = JsonNode.Parse(FhirJson.Bytes(json => OperationOutcomeWriter.Write(json, [new Refusal("x", kind, "e", "f")])))!;

        Assert.Equal(code, (string?)outcome["issue"]![0]!["code"]);
    }

    [Fact]
    public void No_kind_is_forgotten() =>
        Assert.All(Enum.GetValues<RefusalKind>(), kind => Assert.NotEmpty(FhirJson.Bytes(json => OperationOutcomeWriter.Write(json, [new Refusal("x", kind, "e", "f")]))));

    [Fact]
    public void An_outcome_without_a_refusal_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => FhirJson.Bytes(json => OperationOutcomeWriter.Write(json, [])));
}
