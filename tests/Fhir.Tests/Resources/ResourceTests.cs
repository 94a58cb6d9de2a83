using System.Text;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Patients;
using MonEspaceSante.Fhir.Resources;

namespace MonEspaceSante.Fhir.Tests.Resources;

public sealed class ResourceTests
{
    private const string Code = "\"code\":{\"text\":\"Poids\"}";
    private static readonly SpaceId Space = SpaceId.Parse("0123456789abcdef0123456789abcdef", null);

    public static TheoryData<string, string, string> Spoiled => new()
    {
        { """{"resourceType":"Patient"}""", "fhir-resource-type-wrong", "Patient" },
        { Observation("\"meta\":{\"tag\":[{\"code\":\"SUBSETTED\"}]}"), "resource-partial", "Observation.meta.tag" },
        { Observation("\"implicitRules\":\"urn:x\""), "fhir-modifier-unknown", "Observation.implicitRules" },
        { Observation("\"subject\":{\"display\":\"moi\"}"), "subject-unreadable", "Observation.subject" },
        { Observation("\"status\":\"finished\"").Replace("\"status\":\"final\",", "", StringComparison.Ordinal), "fhir-code-unknown", "Observation.status" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void What_cannot_be_kept_is_refused_with_its_element(string json, string code, string expression)
    {
        var read = ResourceReader.Read(Read(json), KeptType.Of("Observation")!);
        Assert.Contains(read.Faults, fault => (fault.Code, fault.Expression) == (code, expression));
        Assert.Null(read.Value);
    }

    [Fact]
    public void The_patient_is_read_where_the_type_names_one()
    {
        Assert.Equal(new SubjectKey.BySpace(Space), ResourceReader.PatientOf(Read(Observation($"\"subject\":{{\"reference\":\"Patient/{Space}\"}}"))).Patient);
        Assert.Null(ResourceReader.PatientOf(Read(Observation("\"language\":\"fr\""))).Patient);
        var appointment = $$$"""
            {"resourceType":"Appointment","status":"booked","participant":[
             {"actor":{"reference":"Practitioner/1"},"status":"accepted"},{"actor":{"reference":"Patient/{{{Space}}}"},"status":"accepted"}]}
            """;
        Assert.Equal(new SubjectKey.BySpace(Space), ResourceReader.PatientOf(Read(appointment)).Patient);
        Assert.NotEmpty(ResourceReader.PatientOf(Read(appointment.Replace("Patient/", "Location/", StringComparison.Ordinal))).Faults);
    }

    [Fact]
    public void What_is_kept_lacks_only_what_the_space_knows_and_comes_back_digit_for_digit()
    {
        var sent = Read("""
            {"id":"theirs","_id":{"extension":[{"url":"urn:e","valueCode":"x"}]},"meta":{"versionId":"9","lastUpdated":"2020-01-01T00:00:00Z","source":"urn:s"},
             "status":"final","valueQuantity":{"value":72.500},"resourceType":"Observation","code":{"text":"Poids \u00e9 \/ 1"}}
            """);

        var kept = KeptBody.Of(sent).Value;
        var written = Encoding.UTF8.GetString(FhirJson.Bytes(json => KeptBody.Write(json, kept, new(Space, Guid.Empty), 3, World.Noon)));

        Assert.Equal(
            """{"resourceType":"Observation","meta":{"source":"urn:s"},"status":"final","valueQuantity":{"value":72.500},"code":{"text":"Poids \u00e9 \/ 1"}}""",
            Encoding.UTF8.GetString(kept.Utf8.Span));
        Assert.StartsWith($$"""{"resourceType":"Observation","id":"{{Space}}{{Guid.Empty:N}}","meta":{"versionId":"3","lastUpdated":""", written, StringComparison.Ordinal);
        Assert.EndsWith(""","source":"urn:s"},"status":"final","valueQuantity":{"value":72.500},"code":{"text":"Poids \u00e9 \/ 1"}}""", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_addresses_are_rewritten()
    {
        var resource = Read("""
            {"resourceType":"Observation","identifier":[{"system":"urn:ietf:rfc:3986","value":"urn:uuid:1"}],"status":"final","code":{"text":"urn:uuid:1"},
             "device":{"reference":"urn:uuid:1","display":"urn:uuid:1"},"hasMember":[{"reference":"urn:uuid:1"},{"reference":"urn:uuid:2"}],"valueQuantity":{"value":1.0}}
            """);

        var rewritten = ReferenceRewriting.Rewrite(resource, node => node.Text is "urn:uuid:1" ? "Device/1" : null);

        Assert.Equal(
            """{"resourceType":"Observation","identifier":[{"system":"urn:ietf:rfc:3986","value":"urn:uuid:1"}],"status":"final","code":{"text":"urn:uuid:1"},"device":{"reference":"Device/1","display":"urn:uuid:1"},"hasMember":[{"reference":"Device/1"},{"reference":"urn:uuid:2"}],"valueQuantity":{"value":1.0}}""",
            Encoding.UTF8.GetString(rewritten.Json.Span));
        Assert.Same(resource, ReferenceRewriting.Rewrite(resource, _ => null));
    }

    private static string Observation(string more) => $$"""{"resourceType":"Observation","status":"final",{{Code}},{{more}}}""";

    private static FhirResource Read(string json)
    {
        var read = FhirResource.FromJson(Encoding.UTF8.GetBytes(json));
        return read.Value ?? throw new ArgumentException(read.Faults[0].Code + " " + read.Faults[0].Expression, nameof(json));
    }
}
