using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Summary;
using MonEspaceSante.Fhir.Validation;
using static MonEspaceSante.Fhir.Tests.Summary.SummarySample;

namespace MonEspaceSante.Fhir.Tests.Summary;

public class SummaryWriterTests
{
    public static TheoryData<string, SummaryContent> Contents => new()
    {
        { "full", Full },
        { "empty", Content() },
        { "in English", Full with { Language = SummaryLanguage.English } },
        { "none", Content(NoKnown("AllergyIntolerance", "no-known-allergies", more: "\"clinicalStatus\": { \"coding\": [{ \"system\": \"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical\", \"code\": \"active\" }] },")) },
    };

    [Fact]
    public void A_summary_is_written_as_approved() => Golden.Approve("summary", json => Writer.Write(json, Full));

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_summary_is_valid_R4(string name, SummaryContent content)
    {
        var faults = Validator.Validate(FhirResource.FromJson(Written(content)).Value!);

        Assert.True(faults.Count == 0, name + string.Concat(faults.Select(fault => $"\n{fault.Code} {fault.Expression}")));
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void Every_reference_resolves_inside_the_summary(string name, SummaryContent content)
    {
        var bundle = Bundle(content);
        var addresses = bundle.Each("entry").Select(entry => entry["fullUrl"].Text!).ToList();

        Assert.Equal(addresses.Distinct(), addresses);
        Assert.All(addresses, address => Assert.StartsWith("urn:uuid:", address, StringComparison.Ordinal));
        Assert.All(References(bundle), reference => Assert.True(
            reference["reference"].Text is not { } target || target.StartsWith('#') || addresses.Contains(target), $"{name}: {reference.Path}"));
        Assert.All(addresses.Skip(3), address => Assert.Contains(References(bundle["entry"]["resource"]), reference => reference["reference"].Text == address));
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void The_same_content_is_the_same_bytes(string name, SummaryContent content) => Assert.True(Written(content).AsSpan().SequenceEqual(Written(content)), name);

    [Theory]
    [InlineData("11450-4", "<li>Asthme, 05/1995</li>")]
    [InlineData("10160-0", "<li>Salbutamol</li>")]
    [InlineData("48765-2", "<li>Arachide &amp; noix, 1990</li>")]
    [InlineData("11369-6", "<li>Grippe, 15/10/2026</li>")]
    [InlineData("30954-2", "<li>Poids, 71.30 kg, 20/11/2026</li>")]
    [InlineData("47519-4", "<li>Appendicectomie, 1992</li>")]
    [InlineData("11348-0", "<li>Fracture du poignet, résolu</li>")]
    [InlineData("42348-3", "<li>Mes directives, 20/11/2026</li>")]
    [InlineData("10157-6", "<li>Mère : Diabète, HTA</li>")]
    public void A_section_says_what_its_entries_say(string code, string line)
    {
        var section = Section(Bundle(Full), code);

        Assert.Equal($"<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"fr\" xml:lang=\"fr\"><ul>{line}</ul></div>", section["text"]["div"].Text);
        Assert.Single(section.Each("entry"));
    }

    [Fact]
    public void An_empty_section_says_that_nothing_is_known_and_not_that_there_is_nothing()
    {
        var section = Section(Bundle(Content()), "48765-2");

        Assert.Equal("unavailable", section["emptyReason"]["coding"]["code"].Text);
        Assert.Contains("Aucune information", section["text"]["div"].Text!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AllergyIntolerance", "no-known-allergies", "code", "48765-2", "Aucune allergie connue")]
    [InlineData("Condition", "no-known-problems", "code", "11450-4", "Aucun problème de santé connu")]
    [InlineData("Immunization", "no-immunization-info", "vaccineCode", "11369-6", "Aucune information sur les vaccinations")]
    [InlineData("MedicationStatement", "no-known-medications", "medicationCodeableConcept", "10160-0", "Aucun traitement connu")]
    [InlineData("Procedure", "no-procedure-info", "code", "47519-4", "Aucune information sur les actes et interventions")]
    public void A_statement_that_there_is_none_is_an_entry_and_reads_as_one(string type, string code, string element, string section, string line)
    {
        var written = Section(Bundle(Content(NoKnown(type, code, element))), section);

        Assert.Single(written.Each("entry"));
        Assert.Contains($"<li>{line}</li>", written["text"]["div"].Text!, StringComparison.Ordinal);
        Assert.False(written["emptyReason"].Exists);
    }

    [Fact]
    public void What_there_is_prevails_over_a_statement_that_there_is_none()
    {
        var both = Section(Bundle(Content(NoKnown("AllergyIntolerance", "no-known-allergies"), Allergy())), "48765-2");
        var beside = Section(Bundle(Content(NoKnown("AllergyIntolerance", "no-known-food-allergies"), Allergy())), "48765-2");

        Assert.DoesNotContain("Aucune", both["text"]["div"].Text!, StringComparison.Ordinal);
        Assert.Contains("Aucune allergie alimentaire connue", beside["text"]["div"].Text!, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_in_error_is_left_out()
    {
        var wrong = Resource("wrong", "Procedure", "\"status\": \"entered-in-error\", \"code\": { \"text\": \"Amputation\" }");
        var refuted = Resource("refuted", "Condition", "\"verificationStatus\": { \"coding\": [{ \"code\": \"refuted\" }] }, \"code\": { \"text\": \"Lupus\" }");

        Assert.Equal(3, Bundle(Content(wrong, refuted)).Each("entry").Count());
    }

    [Fact]
    public void The_number_that_a_solution_knows_the_person_by_stays_with_the_space() =>
        Assert.DoesNotContain("idpe-1", System.Text.Encoding.UTF8.GetString(Written(Full)), StringComparison.Ordinal);

    [Fact]
    public void A_decimal_keeps_its_digits() => Assert.Contains("\"value\":71.30,", System.Text.Encoding.UTF8.GetString(Written(Full)).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void A_summary_speaks_English_to_who_asks_for_it()
    {
        var section = Section(Bundle(Content() with { Language = SummaryLanguage.English }), "10160-0");

        Assert.Equal("Medications", section["title"].Text);
        Assert.Contains("lang=\"en\"", section["text"]["div"].Text!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"code\": { \"text\": \"Asthme\" }", null)]
    [InlineData("\"code\": { \"coding\": [{ \"system\": \"http://snomed.info/sct\", \"code\": \"195967001\", \"display\": \"Asthma\" }] }", null)]
    [InlineData("\"code\": { \"coding\": [{ \"system\": \"http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips\", \"code\": \"no-known-problems\" }] }", null)]
    [InlineData("\"code\": { \"coding\": [{ \"system\": \"http://snomed.info/sct\", \"code\": \"195967001\" }] }", "Condition.code")]
    [InlineData("\"recordedDate\": \"2026\"", "Condition")]
    public void An_item_of_the_profile_can_be_read_by_people(string elements, string? place)
    {
        var fault = MedicalProfile.Fault(Resource("item", "Condition", elements).Body);

        Assert.Equal(place is null ? null : SummaryRefusals.LabelMissing.At(place), fault);
    }

    private static IEnumerable<FhirNode> References(FhirNode node) =>
        node.Children().SelectMany(child => References(child).Prepend(child)).Where(child => child.Type?.Name is "Reference");
}
