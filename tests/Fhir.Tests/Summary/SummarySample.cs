using System.Text;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Measures;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Summary;
using MonEspaceSante.Fhir.Tests.Measures;

namespace MonEspaceSante.Fhir.Tests.Summary;

/// <summary>The health of nobody.</summary>
internal static class SummarySample
{
    public static readonly HolderSheet Holder = new(World.Ins, "MARTIN", "Camille Anne", new DateOnly(1979, 3, 28), Sex.Female, "51215");

    public static readonly SummaryWriter Writer =
        new(new DocumentReferenceWriter(Reference.Types, World.FhirBase), new LastObservations(new ObservationReader(MeasureSample.Table)));

    private const string Subject = "\"subject\": { \"reference\": \"Patient/0123456789abcdef0123456789abcdef\" }";
    private const string Patient = "\"patient\": { \"identifier\": { \"system\": \"urn:oid:1.2.250.1.999.50\", \"value\": \"idpe-1\" } }";

    public static SummaryResource Resource(string name, string type, string elements) => new(IdOf(name), FhirResource.FromJson(
        Encoding.UTF8.GetBytes($$"""{ "resourceType": "{{type}}", {{elements}} }""")).Value!);

    public static Guid IdOf(string name) => Ids.Of(Guid.Empty, name);

    public static SummaryResource Allergy(string code = "{ \"text\": \"Arachide & noix\" }") => Resource("allergy", "AllergyIntolerance", $"{Active("allergyintolerance")}, \"code\": {code}, {Patient}, \"onsetDateTime\": \"1990\"");

    public static SummaryResource NoKnown(string type, string code, string element = "code", string more = "") => Resource(
        "none " + code, type, $$"""{{more}} "{{element}}": { "coding": [{ "system": "{{AbsenceStatement.System}}", "code": "{{code}}" }] }, {{(type is "AllergyIntolerance" or "Immunization" ? Patient : Subject)}}""");

    public static SummaryResource Weight(string name, string day, string value) => Resource(
        name, "Observation",
        $$"""
        "status": "final", "code": { "coding": [{ "system": "http://loinc.org", "code": "29463-7", "display": "Poids" }] }, {{Subject}}, "effectiveDateTime": "{{day}}",
        "valueQuantity": { "value": {{value}}, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg" }, "device": { "reference": "Device/{{IdOf("scales"):N}}", "display": "Ma balance" }
        """);

    public static SummaryContent Content(params SummaryResource[] resources) => new(World.Space, Holder, resources, [], World.Noon);

    /// <summary>Something in each section.</summary>
    public static SummaryContent Full { get; } = Content(
        Resource("asthma", "Condition", $"{Active("condition")}, \"code\": {{ \"text\": \"Asthme\" }}, {Subject}, \"onsetDateTime\": \"1995-05\""),
        Resource("fracture", "Condition", $"{Status("condition", "resolved")}, \"code\": {{ \"text\": \"Fracture du poignet\" }}, {Subject}"),
        Allergy(),
        Resource("vaccine", "Immunization", $"\"status\": \"completed\", \"vaccineCode\": {{ \"text\": \"Grippe\" }}, {Patient}, \"occurrenceDateTime\": \"2026-10-15\""),
        Resource(
            "salbutamol", "MedicationStatement",
            $"\"status\": \"active\", \"medicationCodeableConcept\": {{ \"text\": \"Salbutamol\" }}, {Subject}, \"reasonReference\": [{{ \"reference\": \"Condition/{World.Space.Value}{IdOf("asthma"):N}\" }}]"),
        Resource("appendix", "Procedure", $"\"status\": \"completed\", \"code\": {{ \"text\": \"Appendicectomie\" }}, {Subject}, \"performedDateTime\": \"1992\""),
        Resource(
            "mother", "FamilyMemberHistory",
            $"\"status\": \"completed\", \"relationship\": {{ \"text\": \"Mère\" }}, {Patient}, \"condition\": [{{ \"code\": {{ \"text\": \"Diabète\" }} }}, {{ \"code\": {{ \"text\": \"HTA\" }} }}]"),
        Weight("weight", "2026-11-20T08:00:00+01:00", "71.30"), Weight("old weight", "2026-01-01", "75")) with
    {
        Documents = [World.Sheet with { Draft = World.Draft with { Type = "EXPPAT_3", Title = "Mes directives" } }, World.Sheet with { LogicalId = IdOf("other") }],
    };

    public static byte[] Written(SummaryContent content) => FhirJson.Bytes(json => Writer.Write(json, content));

    /// <summary>The Bundle of <paramref name="content"/>.</summary>
    public static FhirNode Bundle(SummaryContent content)
    {
        var read = FhirResource.FromJson(Written(content));
        Assert.Empty(read.Faults);
        return read.Value!.Root;
    }

    /// <summary>The section of the LOINC code <paramref name="code"/>.</summary>
    public static FhirNode Section(FhirNode bundle, string code) =>
        bundle["entry"]["resource"].Each("section").Single(section => section["code"]["coding"]["code"].Text == code);

    private static string Active(string of) => Status(of, "active");

    private static string Status(string of, string code) =>
        $$"""
        "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/{{(of is "condition" ? "condition-clinical" : "allergyintolerance-clinical")}}", "code": "{{code}}" }] }
        """;
}
