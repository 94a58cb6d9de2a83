using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Patients;

namespace MonEspaceSante.Fhir.Tests.Documents;

public class DocumentReferenceReaderTests
{
    private const string Space = "0123456789abcdef0123456789abcdef";

    private static readonly ProfessionalId Doctor = ProfessionalId.Parse(Sample.Professional, null);

    [Fact]
    public void A_document_is_read()
    {
        var read = Sample.Read(Sample.Resource());

        Assert.Empty(read.Faults);
        Assert.Equal(new SubjectKey.ByIns(Sample.Patient), read.Value!.Patient);
        Assert.Equal(Sample.Cda, read.Value.Content.ToArray());
        Assert.Equal(
            new DocumentDraft(
                "urn:oid:1.2.250.1.999.1", "11488-4", "10", "Compte rendu de consultation", "application/xml", "urn:ihe:iti:xds-sd:pdf:2008", "fr-FR",
                At("2026-06-12T10:00:00+02:00"), At("2026-06-12T09:30:00+02:00"), At("2026-06-12T23:59:59+02:00"),
                new("https://facility.example", "SA07"), new("https://setting.example", "AMBULATOIRE", "Ambulatoire"),
                [new(Doctor, "Claire Anne DURAND")], Labels.Normal),
            read.Value.Draft);
    }

    [Fact]
    public void The_least_that_ITI_105_asks_is_enough()
    {
        var resource = Sample.Resource();
        foreach (var name in new[] { "meta", "category", "securityLabel", "context" })
        {
            resource.Remove(name);
        }

        resource.Attachment().Remove("language");
        resource["content"]![0]!.AsObject().Remove("format");

        var draft = Sample.Read(resource).Value!.Draft;

        Assert.Equal((null, Labels.Normal, "fr-FR", null), (draft.Class, draft.Labels, draft.Language, draft.Format));
        Assert.Equal((null, null, null, null), (draft.ActStart, draft.ActEnd, draft.Facility, draft.Setting));
    }

    [Fact]
    public void The_patient_is_named_by_a_reference_an_identifier_a_contained_resource_or_a_logical_identity()
    {
        var identifier = $$"""{ "system": "{{Sample.Patient.System}}", "value": "{{Sample.Patient.Matricule}}" }""";
        var contained = Sample.Resource();
        contained["contained"]!.AsArray().Add(JsonNode.Parse($$"""
            { "resourceType": "Patient", "id": "p", "identifier": [
              { "type": { "coding": [{ "code": "NH" }] }, "system": "urn:oid:1.2.250.1.213.1.4.8", "value": "124018852493334" },
              { "system": "urn:oid:1.2.3.4", "value": "IPP-1" },
              {{identifier}} ] }
            """));
        contained["subject"] = JsonNode.Parse("""{ "reference": "#p" }""");

        Assert.Equal(new SubjectKey.ByIns(Sample.Patient), Sample.Read(contained).Value!.Patient);
        Assert.Equal(new SubjectKey.ByIns(Sample.Patient), Subject($$"""{ "identifier": {{identifier}} }"""));
        Assert.Equal(new SubjectKey.ByIns(Sample.Patient), Subject($$"""{ "reference": "Patient?identifier=urn%3Aoid%3A1.2.250.1.213.1.4.11%7C{{Sample.Patient.Matricule}}" }"""));
        Assert.Equal(new SubjectKey.BySpace(SpaceId.Parse(Space, null)), Subject($$"""{ "reference": "Patient/{{Space}}" }"""));
        Assert.Equal(
            new SubjectKey.ByBoth(Sample.Patient, SpaceId.Parse(Space, null)), Subject($$"""{ "reference": "Patient/{{Space}}", "identifier": {{identifier}} }"""));
    }

    [Fact]
    public void The_unique_identifier_may_be_among_the_identifiers_and_is_not_the_official_one()
    {
        var resource = Sample.Resource();
        resource.Remove("masterIdentifier");
        resource["identifier"] = JsonNode.Parse("""
            [ { "use": "official", "system": "urn:ietf:rfc:3986", "value": "urn:uuid:11111111-1111-4111-8111-111111111111" },
              { "system": "urn:ietf:rfc:3986", "value": "urn:uuid:2222222A-2222-4222-8222-222222222222" } ]
            """);

        Assert.Equal("urn:uuid:2222222a-2222-4222-8222-222222222222", Sample.Read(resource).Value!.Draft.UniqueId);
    }

    [Fact]
    public void Authors_are_professionals_roles_organisations_devices_or_names()
    {
        var resource = Sample.Resource();
        resource["contained"] = JsonNode.Parse("""
            [ { "resourceType": "Practitioner", "id": "rpps", "identifier": [{ "system": "https://rpps.esante.gouv.fr", "value": "99700218896" }], "name": [{ "text": "Dr Durand" }] },
              { "resourceType": "Organization", "id": "clinic", "identifier": [{ "system": "https://finess.esante.gouv.fr", "value": "990000001" }], "name": "Clinique" },
              { "resourceType": "PractitionerRole", "id": "role", "practitioner": { "reference": "#rpps" }, "organization": { "reference": "#clinic" } },
              { "resourceType": "PractitionerRole", "id": "circle", "identifier": [{ "system": "urn:oid:1.2.250.1.71.4.2.1", "value": "899700218896" }], "practitioner": { "reference": "#circle" } },
              { "resourceType": "Device", "id": "scanner", "deviceName": [{ "name": "Scanner", "type": "user-friendly-name" }] } ]
            """);
        resource["author"] = JsonNode.Parse("""
            [ { "reference": "#rpps" }, { "reference": "#clinic" }, { "reference": "#role" }, { "reference": "#circle", "display": "Dr D." }, { "reference": "#scanner" },
              { "display": "Camille" }, { "identifier": { "system": "urn:oid:1.2.250.1.71.4.2.2", "value": "1990000001" } } ]
            """);

        var clinic = StructureId.Parse("1990000001", null);
        Author[] expected =
        [
            new(Doctor, "Dr Durand"), new(null, "Clinique", clinic), new(Doctor, "Dr Durand", clinic), new(Doctor, "Dr D."), new(null, "Scanner"),
            new(null, "Camille"), new(null, null, clinic),
        ];
        Assert.Equal(expected, Sample.Read(resource).Value!.Draft.Authors);
    }

    [Fact]
    public void The_patient_may_be_the_author()
    {
        var resource = Sample.Resource();
        resource["author"] = new JsonArray(new JsonObject { ["reference"] = (string?)resource["subject"]!["reference"] });

        Assert.Equal([new Author(null, "Titulaire")], Sample.Read(resource).Value!.Draft.Authors);
    }

    [Theory]
    [InlineData("""[]""", Labels.Normal)]
    [InlineData("""["N"]""", Labels.Normal)]
    [InlineData("""["R", "MASQUE_PS"]""", Labels.Restricted | Labels.HiddenFromProfessionals)]
    [InlineData("""["V", "INVISIBLE_PATIENT", "INVISIBLE_REPRESENTANTS_LEGAUX"]""", Labels.VeryRestricted | Labels.WithheldFromHolder | Labels.WithheldFromGuardians)]
    public void Labels_are_read_from_their_two_systems(string codes, Labels expected)
    {
        var resource = Sample.Resource();
        var labels = JsonNode.Parse(codes)!.AsArray().Select(code => Label((string)code!)).ToArray();
        resource["securityLabel"] = new JsonArray([.. labels]);
        if (labels.Length == 0)
        {
            resource.Remove("securityLabel");
        }

        Assert.Equal(expected, Sample.Read(resource).Value!.Draft.Labels);
    }

    [Fact]
    public void A_document_names_the_one_that_it_replaces()
    {
        var logicalId = Guid.Parse("33333333-3333-4333-8333-333333333333");

        Assert.Equal(("urn:oid:1.2.3", null), Replaced("""{ "identifier": { "system": "urn:ietf:rfc:3986", "value": "urn:oid:1.2.3" } }"""));
        Assert.Equal(("urn:oid:1.2.3", null), Replaced("""{ "reference": "DocumentReference?identifier=urn:ietf:rfc:3986|urn:oid:1.2.3" }"""));
        Assert.Equal((null, logicalId), Replaced($$"""{ "reference": "DocumentReference/{{new ResourceId(World.Space, logicalId)}}" }"""));
    }

    [Fact]
    public void A_hash_and_a_size_that_are_the_content_s_are_handed_on()
    {
        var resource = Sample.Resource();
        var hash = Convert.ToBase64String(SHA1.HashData(Sample.Cda));
        resource.Attachment()["hash"] = hash;
        resource.Attachment()["size"] = Sample.Cda.Length;

        var read = Sample.Read(resource).Value!;

        Assert.Equal((hash, (long?)Sample.Cda.Length), (read.DeclaredSha1, read.DeclaredSize));
    }

    [Fact]
    public void The_time_of_creation_may_be_the_attachment_s()
    {
        var resource = Sample.Resource();
        resource.Remove("date");
        resource.Attachment()["creation"] = "2026-06";

        Assert.Equal(At("2026-06-01T00:00:00+02:00"), Sample.Read(resource).Value!.Draft.CreatedAt);
    }

    [Fact]
    public void Elements_of_R4_that_the_record_does_not_keep_are_let_through()
    {
        var resource = Sample.Resource();
        resource["description"] = "Suivi";
        resource["docStatus"] = "final";
        resource["_status"] = JsonNode.Parse("""{ "extension": [{ "url": "https://x.example", "valueBoolean": true }] }""");
        resource["text"] = JsonNode.Parse("""{ "status": "generated", "div": "<div xmlns='http://www.w3.org/1999/xhtml'/>" }""");
        resource["authenticator"] = JsonNode.Parse("""{ "reference": "#author" }""");
        resource["context"]!["event"] = JsonNode.Parse("""[{ "text": "acte" }]""");
        resource["contained"]!.AsArray().Add(JsonNode.Parse("""{ "resourceType": "Encounter", "id": "e", "status": "finished" }"""));

        Assert.Empty(Sample.Read(resource).Faults);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text);

    private static JsonNode Label(string code) => JsonNode.Parse($$"""
        { "coding": [{ "system": "{{(code.Length == 1
            ? "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"
            : "https://mos.esante.gouv.fr/NOS/TRE_A07-StatutVisibiliteDocument/FHIR/TRE-A07-StatutVisibiliteDocument")}}", "code": "{{code}}" }] }
        """)!;

    private static SubjectKey Subject(string subject)
    {
        var resource = Sample.Resource();
        resource["subject"] = JsonNode.Parse(subject);
        return Sample.Read(resource).Value!.Patient;
    }

    private static (string? UniqueId, Guid? LogicalId) Replaced(string target)
    {
        var resource = Sample.Resource();
        resource["relatesTo"] = JsonNode.Parse($$"""[{ "code": "replaces", "target": {{target}} }]""");
        var read = Sample.Read(resource).Value!;
        return (read.Draft.Replaces, read.ReplacedLogicalId);
    }
}
