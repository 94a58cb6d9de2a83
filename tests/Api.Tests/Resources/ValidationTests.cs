using System.Net;
using System.Text;
using System.Xml.Linq;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Resources;

/// <summary>Resources that are looked at and not kept (<c>$validate</c>).</summary>
[Collection(OnePlatform.Name)]
public sealed class ValidationTests(RunningPlatform platform)
{
    private const string Valid = """{"resourceType":"Observation","status":"final","code":{"text":"Poids"},"valueQuantity":{"value":72.50}}""";
    private const string Wrong = """{"resourceType":"Observation","status":"finished","valueString":"x","dataAbsentReason":{"text":"x"}}""";
    private const string Weight = "https://fhir.monespacesante.fr/ref/mesure/StructureDefinition/mes-observation-bodyweight";

    private Visitor Doctor => platform.Visitors.Professional("gp");

    [Fact]
    public async Task A_valid_resource_is_said_to_be_valid_in_both_languages()
    {
        var answer = (await Doctor.PostAsync("/fhir/Observation/$validate", Valid)).Is(HttpStatusCode.OK);

        Assert.Equal("information", Issues(answer).Single().Severity);
        Assert.Contains("La ressource est valide.", answer.Json.GetProperty("issue")[0].GetProperty("details").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_finding_is_told_with_its_element_whether_the_resource_comes_alone_or_in_parameters()
    {
        (string, string?, string?)[] expected =
        [
            ("error", "fhir-element-missing", "Observation.code"), ("error", "fhir-code-unknown", "Observation.status"), ("error", "fhir-invariant-obs-6", "Observation"),
        ];

        Assert.Equal(expected, Issues((await Doctor.PostAsync("/fhir/Observation/$validate?mode=create", Wrong)).Is(HttpStatusCode.OK)));
        Assert.Equal(expected, Issues((await Doctor.PostAsync("/fhir/Observation/$validate", Parameters(Wrong))).Is(HttpStatusCode.OK)));
        Assert.Equal(
            [("error", "fhir-element-unknown", "Observation.colour")],
            Issues((await Doctor.PostAsync("/fhir/Observation/$validate", """{"resourceType":"Observation","status":"final","code":{"text":"x"},"colour":"red"}""")).Is(HttpStatusCode.OK)));
    }

    [Fact]
    public async Task A_profile_that_is_named_is_followed_or_what_lacks_is_told()
    {
        var inAddress = (await Doctor.PostAsync($"/fhir/Observation/$validate?profile={Uri.EscapeDataString(Weight)}", Valid)).Is(HttpStatusCode.OK);
        var inBody = (await Doctor.PostAsync("/fhir/Observation/$validate", Parameters(Valid, Weight))).Is(HttpStatusCode.OK);

        Assert.Contains(("error", "measure-code-unknown", "Observation.code"), Issues(inAddress));
        Assert.Equal(Issues(inAddress), Issues(inBody));
        (await Doctor.PostAsync("/fhir/Observation/$validate?profile=http://example.org/unknown", Valid)).IsRefused(HttpStatusCode.UnprocessableEntity, "profile-unknown", fhir: true);
    }

    [Fact]
    public async Task XML_is_validated_and_answered_in_XML()
    {
        using var xml = new StringContent("<Observation xmlns=\"http://hl7.org/fhir\"><status value=\"final\"/></Observation>", Encoding.UTF8, "application/fhir+xml");

        var answer = (await Doctor.SendAsync(HttpMethod.Post, "/fhir/Observation/$validate", xml, ("Accept", "application/fhir+xml"))).Is(HttpStatusCode.OK);

        Assert.Equal("Observation.code", XDocument.Parse(answer.Text).Root!.Descendants("{http://hl7.org/fhir}expression").Single().Attribute("value")!.Value);
    }

    [Fact]
    public async Task Another_type_than_the_address_says_is_refused() =>
        (await Doctor.PostAsync("/fhir/Patient/$validate", Valid)).IsRefused(HttpStatusCode.BadRequest, "fhir-resource-type-wrong", fhir: true);

    [Fact]
    public async Task The_operation_is_declared() => Assert.Contains(
        "validate",
        (await Doctor.GetAsync("/fhir/metadata")).Json.GetProperty("rest")[0].GetProperty("operation").EnumerateArray().Select(operation => operation.GetProperty("name").GetString()));

    private static string Parameters(string resource, string? profile = null)
    {
        var named = profile is null ? "" : $$""",{"name":"profile","valueUri":"{{profile}}"}""";
        return $$"""{"resourceType":"Parameters","parameter":[{"name":"mode","valueCode":"create"},{"name":"resource","resource":{{resource}} }{{named}}]}""";
    }

    private static List<(string Severity, string? Code, string? Expression)> Issues(Answer answer) =>
        [.. answer.Json.GetProperty("issue").EnumerateArray().Select(issue => (
            issue.GetProperty("severity").GetString()!,
            issue.GetProperty("details").TryGetProperty("coding", out var coding) ? coding[0].GetProperty("code").GetString() : null,
            issue.TryGetProperty("expression", out var expression) ? expression[0].GetString() : null))];
}
