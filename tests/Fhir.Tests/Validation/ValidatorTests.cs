using System.Text;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Tests.Validation;

public sealed class ValidatorTests
{
    private const string Code = "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"29463-7\"}]}";

    [Fact]
    public void A_valid_resource_has_no_findings() => Assert.Empty(Findings(Observation("\"valueQuantity\":{\"value\":70.0,\"unit\":\"kg\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"}")));

    public static TheoryData<string, string, string> Spoiled => new()
    {
        { """{"resourceType":"Observation","status":"final"}""", "fhir-element-missing", "Observation.code" },
        { """{"resourceType":"Observation","status":"finished",CODE}""", "fhir-code-unknown", "Observation.status" },
        { Observation("\"component\":[{\"valueString\":\"x\"}]"), "fhir-element-missing", "Observation.component[0].code" },
        { Observation("\"subject\":{\"reference\":\"Practitioner/1\"}"), "fhir-reference-target-wrong", "Observation.subject.reference" },
        { Observation("\"subject\":{\"type\":\"Practitioner\",\"identifier\":{\"value\":\"1\"}}"), "fhir-reference-target-wrong", "Observation.subject" },
        { Observation("\"contained\":[{\"resourceType\":\"Organization\",\"id\":\"o\",\"name\":\"O\"}],\"subject\":{\"reference\":\"#o\"}"), "fhir-reference-target-wrong", "Observation.subject.reference" },
        { Observation("\"subject\":{\"reference\":\"#p\"}"), "fhir-invariant-ref-1", "Observation.subject.reference" },
        { Observation("\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"p\"}]"), "fhir-invariant-dom-3", "Observation.contained[0]" },
        { Observation("\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"p\",\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"q\"}]}],\"subject\":{\"reference\":\"#p\"}"), "fhir-invariant-dom-2", "Observation" },
        { Observation("\"valueQuantity\":{\"value\":1,\"code\":\"kg\"}"), "fhir-invariant-qty-3", "Observation.value" },
        { Observation("\"valueString\":\"x\",\"dataAbsentReason\":{\"text\":\"none\"}"), "fhir-invariant-obs-6", "Observation" },
        { Observation("\"valueString\":\"x\",\"component\":[{" + Code + ",\"valueString\":\"y\"}]"), "fhir-invariant-obs-7", "Observation" },
        { Observation("\"effectivePeriod\":{\"start\":\"2026-02-02\",\"end\":\"2026-02-01\"}"), "fhir-invariant-per-1", "Observation.effective" },
        { Observation("\"referenceRange\":[{\"appliesTo\":[{\"text\":\"x\"}]}]"), "fhir-invariant-obs-3", "Observation.referenceRange[0]" },
        { Observation("\"extension\":[{\"url\":\"http://example.org/e\"}]"), "fhir-invariant-ext-1", "Observation.extension[0]" },
        { Observation(Narrative("<script>x()</script>")), "fhir-narrative-unsafe", "Observation.text.div" },
        { Observation(Narrative(" ")), "fhir-narrative-empty", "Observation.text.div" },
        { """{"resourceType":"AllergyIntolerance","patient":{"reference":"Patient/1"},"clinicalStatus":{"coding":[{"system":"http://example.org","code":"active"}]}}""", "fhir-code-unknown", "AllergyIntolerance.clinicalStatus" },
        { """{"resourceType":"AllergyIntolerance","patient":{"reference":"Patient/1"}}""", "fhir-invariant-ait-1", "AllergyIntolerance" },
        { """{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Patient"}}]}""", "fhir-invariant-bdl-3", "Bundle" },
        { """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient"}},{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient"}}]}""", "fhir-invariant-bdl-7", "Bundle" },
        { """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://example.org/Patient/1/_history/1","resource":{"resourceType":"Patient"}}]}""", "fhir-invariant-bdl-8", "Bundle.entry[0]" },
        { """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Location"}},{"resource":{"resourceType":"Observation","status":"final",CODE,"performer":[{"reference":"urn:uuid:1"}]}}]}""", "fhir-reference-target-wrong", "Bundle.entry[1].resource.performer[0].reference" },
        { """{"resourceType":"Bundle","type":"collection","total":1}""", "fhir-invariant-bdl-1", "Bundle" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void What_is_wrong_is_said_at_its_element(string json, string code, string expression) =>
        Assert.Equal([(code, expression)], Findings(json).Select(finding => (finding.Code, finding.Expression)));

    [Fact]
    public void A_broken_rule_of_HL7_is_told_by_its_key_in_both_languages()
    {
        var finding = Assert.Single(Findings(Observation("\"valueString\":\"x\",\"dataAbsentReason\":{\"text\":\"none\"}")));

        Assert.Equal("The rule obs-6 of FHIR R4 is broken: dataAbsentReason SHALL only be present if Observation.value[x] is not present.", finding.English);
        Assert.StartsWith("La règle obs-6 de FHIR R4 n’est pas respectée", finding.French);
    }

    [Fact]
    public void Several_findings_are_told_at_once_and_no_more_than_a_hundred()
    {
        Assert.Equal(2, Findings("""{"resourceType":"Observation"}""").Count);
        Assert.Equal(100, Findings(Observation($"\"component\":[{string.Join(',', Enumerable.Repeat("{\"valueString\":\"x\"}", 250))}]")).Count);
    }

    [Fact]
    public void A_rule_that_would_take_too_long_is_not_checked_to_the_end()
    {
        var resources = string.Join(',', Enumerable.Repeat("""{"reference":{"reference":"Patient/1"},"groupingId":"g2999"}""", 3000));
        var groups = string.Join(',', Enumerable.Range(0, 3000).Select(at => $$"""{"id":"g{{at}}","name":"n"}"""));
        var guide = $$$"""
            {"resourceType":"ImplementationGuide","url":"http://example.org/ig","name":"Guide","status":"draft","packageId":"ig","fhirVersion":["4.0.1"],
             "definition":{"grouping":[{{{groups}}}],"resource":[{{{resources}}}]}}
            """;

        Assert.Equal([("fhir-too-intricate", "ImplementationGuide.definition")], Findings(guide).Select(finding => (finding.Code, finding.Expression)));
    }

    [Fact]
    public void A_contained_resource_may_point_back_at_what_contains_it() =>
        Assert.Empty(Findings(Observation("\"contained\":[{\"resourceType\":\"Provenance\",\"id\":\"p\",\"target\":[{\"reference\":\"#\"}],\"recorded\":\"2026-01-01T00:00:00Z\",\"agent\":[{\"who\":{\"display\":\"x\"}}]}]")));

    [Theory]
    [InlineData("<b>fort</b> <i>penché</i><br/><a href=\"https://example.org\">lien</a><img src=\"data:image/png;base64,AAAA\" alt=\"x\"/>", true)]
    [InlineData("<table border=\"1\"><tr><td colspan=\"2\" style=\"color:red\">x</td></tr></table>", true)]
    [InlineData("<p onclick=\"x()\">x</p>", false)]
    [InlineData("<a href=\"java\tscript:x()\">x</a>", false)]
    [InlineData("<a href=\"data:text/html,x\">x</a>", false)]
    [InlineData("<iframe src=\"https://example.org\"/>x", false)]
    [InlineData("<form><input/></form>x", false)]
    [InlineData("<object data=\"x\"/>x", false)]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>x", false)]
    [InlineData("<p style=\"width:expression(x())\">x</p>", false)]
    [InlineData("<?run x?>x", false)]
    [InlineData("&nbsp;x", false)]
    [InlineData("<p>x", false)]
    public void A_narrative_is_formatting_and_nothing_else(string markup, bool safe) =>
        Assert.Equal(safe, FindingsOrFaults(Observation(Narrative(markup))).Count == 0);

    [Theory]
    [InlineData("<p xmlns=\"http://www.w3.org/1999/xhtml\">x</p>")]
    [InlineData("<div>x</div>")]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div><div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>")]
    [InlineData("<!DOCTYPE div [<!ENTITY x \"y\">]><div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>")]
    public void A_narrative_is_one_div_of_XHTML(string div) =>
        Assert.Equal(["Observation.text.div"], FindingsOrFaults(Observation(Text(div))).Select(finding => finding.Expression));

    private static string Observation(string more) => $$"""{"resourceType":"Observation","status":"final",{{Code}},{{more}}}""";

    private static string Narrative(string markup) => Text($"<div xmlns=\"http://www.w3.org/1999/xhtml\">{markup}</div>");

    private static string Text(string div) => $$"""
        "text":{"status":"generated","div":{{System.Text.Json.JsonSerializer.Serialize(div)}}}
        """;

    private static IReadOnlyList<Refusal> Findings(string json)
    {
        var read = Read(json);
        Assert.Empty(read.Faults);
        return Validator.Validate(read.Value!);
    }

    private static IReadOnlyList<Refusal> FindingsOrFaults(string json) => Read(json) is { Accepted: true } read ? Validator.Validate(read.Value) : Read(json).Faults;

    private static FhirReading<FhirResource> Read(string json) => FhirResource.FromJson(Encoding.UTF8.GetBytes(json.Replace("CODE", Code, StringComparison.Ordinal)));
}
