using System.Text.Json.Nodes;
using MonEspaceSante.Fhir.Measures;
using MonEspaceSante.Fhir.Tests.Documents;
using static MonEspaceSante.Fhir.Tests.Measures.MeasureSample;

namespace MonEspaceSante.Fhir.Tests.Measures;

public class MeasureTransactionReaderTests
{
    private const string Glucose = "https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-observation-glucose";

    // Path, JSON in its place (none: removed), code of the refusal, its expression.
    public static TheoryData<string, string?, string, string> Spoiled => new()
    {
        { "type", "\"batch\"", "measure-bundle-not-transaction", "Bundle.type" },
        { "entry.1.request.method", "\"PUT\"", "measure-entry-unsupported", "Bundle.entry[1].request" },
        { "entry.1.request.url", "\"Device\"", "measure-entry-unsupported", "Bundle.entry[1].request" },
        { "entry.1", null, "measure-observation-not-one", "Bundle.entry" },
        { "entry.1.fullUrl", null, "measure-full-url-missing", "Bundle.entry[1].fullUrl" },
        { "entry.0.request.ifNoneExist", null, "measure-device-condition-missing", "Bundle.entry[0].request.ifNoneExist" },
        { "entry.0.request.ifNoneExist", "\"type=65573\"", "measure-device-condition-missing", "Bundle.entry[0].request.ifNoneExist" },
        { "entry.0.request.ifNoneExist", "\"identifier=urn:oid:1.2|X\"", "measure-device-condition-differs", "Bundle.entry[0].request.ifNoneExist" },
        { "entry.1.resource.device", null, "measure-device-missing", "Bundle.entry[1].resource.device" },
        { "entry.1.resource.device.reference", "\"Device/other\"", "measure-device-differs", "Bundle.entry[1].resource.device.reference" },
        { "entry.1.resource.meta", null, "measure-profile-missing", "Bundle.entry[1].resource.meta.profile" },
        { "entry.1.resource.meta.profile", $"[\"{Glucose}\"]", "measure-profile-of-another", "Bundle.entry[1].resource.meta.profile[0]" },
        { "entry.1.resource.meta.source", "\"urn:oid:1.2.250.1.999.5\"", "measure-source-outside", "Bundle.entry[1].resource.meta.source" },
        { "entry.1.resource.meta.source", "\"urn:oid:1.2.250.1.999.501\"", "measure-source-outside", "Bundle.entry[1].resource.meta.source" },
        { "entry.1.resource.subject", "{ \"reference\": \"Patient/1\" }", "measure-subject-unidentified", "Bundle.entry[1].resource.subject.identifier" },
        { "entry.1.resource.subject.identifier.system", null, "measure-subject-unidentified", "Bundle.entry[1].resource.subject.identifier" },
        { "entry.1.resource.effectiveDateTime", null, "measure-date-wrong", "Bundle.entry[1].resource.effective" },
        { "entry.1.resource.effectiveDateTime", "\"2026-11-22\"", "measure-in-future", "Bundle.entry[1].resource.effective" },
        { "entry.1.resource.valueQuantity", null, "measure-value-missing", "Bundle.entry[1].resource.value" },
        { "entry.1.resource.valueQuantity.comparator", "\"<\"", "measure-value-missing", "Bundle.entry[1].resource.value" },
        { "entry.1.resource.valueQuantity.code", "\"g\"", "measure-unit-wrong", "Bundle.entry[1].resource.value" },
        { "entry.1.resource.valueQuantity.system", "\"urn:oid:1.2\"", "measure-unit-wrong", "Bundle.entry[1].resource.value" },
        { "entry.1.resource.valueQuantity.value", "7130", "measure-value-implausible", "Bundle.entry[1].resource.value" },
        { "entry.1.resource.code.coding.0.code", "\"1-8\"", "measure-code-unknown", "Bundle.entry[1].resource.code" },
        { "entry.1.resource.extension.0", """{ "url": "https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-number-of-days", "valueCodeableConcept": { "text": "7" } }""", "measure-days-forbidden", "Bundle.entry[1].resource.extension[1]" },
    };

    [Fact]
    public void A_measure_comes_with_its_person_its_source_and_its_object()
    {
        var read = Read(Bundle()).Value!;

        Assert.Equal(new SentIdentifier("urn:oid:" + Solution, "idpe-1"), read.Subject);
        Assert.Equal($"urn:oid:{Solution}.1", read.Source);
        Assert.Equal(("body-weight", 71.30m, "Au réveil"), (read.Taken.Kind.Name, Assert.Single(read.Taken.Values).Value, read.Taken.Comment));
        Assert.Equal("FE-ED-AB-AA", read.Device?.Identifier.Value);
        Assert.Equal(["Device", "Observation"], read.Entries);
    }

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void A_spoiled_transaction_is_refused(string path, string? value, string code, string expression)
    {
        var fault = Assert.Single(Read(With(Bundle(), path, value)).Faults);

        Assert.Equal((code, expression), (fault.Code, fault.Expression));
    }

    [Fact]
    public void An_observation_may_come_alone_from_a_hand()
    {
        var bundle = With(With(Bundle(), "entry.1.resource.device", null), "entry.0", null);

        Assert.Null(Read(bundle).Value!.Device);
    }

    [Fact]
    public void A_source_that_is_not_sent_is_the_solution() =>
        Assert.Equal("urn:oid:" + Solution, Read(With(Bundle(), "entry.1.resource.meta.source", null)).Value!.Source);

    [Fact]
    public void Two_observations_or_two_objects_are_refused()
    {
        foreach (var (index, code) in new[] { (0, "measure-devices-several"), (1, "measure-observation-not-one") })
        {
            var bundle = Bundle();
            bundle["entry"]!.AsArray().Add(bundle["entry"]![index]!.DeepClone());
            Assert.Equal(code, Assert.Single(Read(bundle).Faults).Code);
        }
    }

    [Fact]
    public void The_body_mass_index_is_never_written()
    {
        var bundle = With(Bundle(), "entry.1.resource.code.coding.0.code", "\"39156-5\"");
        var profile = "https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-fr-observation-bmi";

        Assert.Equal("measure-computed", Assert.Single(Read(With(bundle, "entry.1.resource.meta.profile", $"[\"{profile}\"]")).Faults).Code);
    }

    [Theory]
    [InlineData("http://loinc.org", "2345-7", "mg/dL", null, "measure-moment-missing")]
    [InlineData("http://loinc.org", "2345-7", "mg/dL", "https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-moment-of-measurement", null)]
    [InlineData("http://loinc.org", "2345-7", "mg/dL", "http://esante.gouv.fr/ci-sis/fhir/StructureDefinition/ENS_MomentOfMeasurement", null)]
    [InlineData("http://loinc.org", "4548-4", "%", "https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-moment-of-measurement", "measure-moment-forbidden")]
    [InlineData("https://mos.esante.gouv.fr/NOS/TRE_R308-TAASIP/FHIR/TRE-R308-TAASIP", "MED-972", "%", null, "measure-days-missing")]
    [InlineData("https://mos.esante.gouv.fr/NOS/TRE_R308-TAASIP/FHIR/TRE-R308-TAASIP", "MED-972", "%", "https://interop.esante.gouv.fr/ig/fhir/mesures/StructureDefinition/mesures-number-of-days", null)]
    public void Glucose_says_its_moment_or_its_days(string system, string code, string unit, string? extension, string? refused)
    {
        var bundle = With(Bundle(), "entry.1.resource.code.coding.0", null);
        With(bundle, "entry.1.resource.code.coding.0", $$"""{ "system": "{{system}}", "code": "{{code}}" }""");
        With(bundle, "entry.1.resource.meta.profile", $"[\"{Glucose}\"]");
        With(bundle, "entry.1.resource.valueQuantity", $$"""{ "value": 12, "unit": "{{unit}}", "system": "http://unitsofmeasure.org", "code": "{{unit}}" }""");
        if (extension is not null)
        {
            With(bundle, "entry.1.resource.extension.1", $$"""{ "url": "{{extension}}", "valueCodeableConcept": { "coding": [{ "system": "urn:oid:1.2", "code": "A" }] } }""");
        }

        Assert.Equal(refused, Read(bundle).Faults.Select(fault => fault.Code).SingleOrDefault());
    }

    [Fact]
    public void Blood_pressure_has_its_two_values()
    {
        var components = """
            [{ "code": { "coding": [{ "system": "http://loinc.org", "code": "8480-6" }] }, "valueQuantity": { "value": 120, "unit": "mmHg", "system": "http://unitsofmeasure.org", "code": "mm[Hg]" } },
             { "code": { "coding": [{ "system": "http://loinc.org", "code": "8462-4" }] }, "valueQuantity": { "value": 130, "unit": "mmHg", "system": "http://unitsofmeasure.org", "code": "mm[Hg]" } }]
            """;
        var bundle = With(With(With(Bundle(), "entry.1.resource.valueQuantity", null), "entry.1.resource.code.coding.0.code", "\"85354-9\""), "entry.1.resource.component", components);
        With(bundle, "entry.1.resource.meta.profile", "[\"http://esante.gouv.fr/ci-sis/fhir/StructureDefinition/ENS_FrObservationBp\"]");

        var fault = Assert.Single(Read(bundle).Faults);
        Assert.Equal(("measure-pressures-inverted", "Bundle.entry[1].resource.component[1]"), (fault.Code, fault.Expression));
        Assert.Equal([120m, 80m], Read(With(bundle, "entry.1.resource.component.1.valueQuantity.value", "80")).Value!.Taken.Values.Select(value => value.Value));

        var value = """{ "value": 120, "unit": "mmHg", "system": "http://unitsofmeasure.org", "code": "mm[Hg]" }""";
        Assert.Equal("measure-value-forbidden", Assert.Single(Read(With(bundle, "entry.1.resource.valueQuantity", value)).Faults).Code);
    }

    [SkippableFact]
    public void The_public_example_is_accepted()
    {
        var json = PublicExamples.Published("../mes-measures/bundle-transaction-bodyweight.json");

        var read = Read(json, "1.2.840.10004");

        Assert.Equal("body-weight", read.Value?.Taken.Kind.Name);
    }

    [Fact]
    public void The_answer_says_what_was_made_in_the_order_of_the_request() => Golden.Approve(
        "measure-response", json => MeasureResponseWriter.Write(json, [new("Device/1", false), new("Observation/2", true)]));
}
