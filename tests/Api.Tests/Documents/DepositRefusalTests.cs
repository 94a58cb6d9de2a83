using System.Net;
using System.Text.Json.Nodes;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Documents;

/// <summary>What a feeding software gets wrong: told clearly, and nothing kept of it.</summary>
[Collection(OnePlatform.Name)]
public sealed class DepositRefusalTests(RunningPlatform platform)
{
    private Visitor Lab => platform.Visitors.Professional("lab-org");

    [Fact]
    public Task The_key_of_the_matricule_is_checked() => RefusedAsync(
        400, "matricule-key-wrong", (resource, person) => resource["subject"]!["identifier"]!["value"] = WithAnotherKey(person.Matricule));

    [Fact]
    public Task Who_is_not_known_has_no_record() => RefusedAsync(
        404, "person-unknown", (resource, _) => resource["subject"]!["identifier"]!["value"] = Population.InsOf(30_999).Matricule);

    [Fact]
    public Task The_type_is_one_of_the_value_set() => RefusedAsync(
        422, "document-type-unknown", (resource, _) => resource["type"]!["coding"]![0]!["code"] = "99999-9");

    [Fact]
    public Task An_empty_document_is_none() => RefusedAsync(400, "fhir-element-empty", (resource, _) => Attachment(resource)["data"] = "");

    [Fact]
    public Task The_content_is_what_its_media_type_says() => RefusedAsync(
        422, "document-content-mismatch", (resource, _) => Attachment(resource)["contentType"] = "image/png");

    [Fact]
    public Task A_media_type_outside_the_list_is_refused() => RefusedAsync(
        415, "document-media-type-unsupported", (resource, _) => Attachment(resource)["contentType"] = "text/html");

    [Fact]
    public Task A_wrong_hash_shows_a_damaged_content() => RefusedAsync(
        422, "document-hash-mismatch", (resource, _) => Attachment(resource)["hash"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    [Fact]
    public Task Base64_is_read_strictly() => RefusedAsync(400, "fhir-value-invalid", (resource, _) => Attachment(resource)["data"] = "%%%%");

    [Fact]
    public Task Another_resource_is_not_a_document() => RefusedAsync(400, "fhir-resource-type-wrong", (resource, _) => resource["resourceType"] = "Patient");

    [Fact]
    public Task A_document_cannot_be_hidden_from_both_sides() => RefusedAsync(422, "document-labels-exclusive", (resource, person) =>
    {
        var masked = new Deposit(person) { Visibility = "MASQUE_PS" }.ToNode()["securityLabel"]![0]!;
        var withheld = new Deposit(person) { Visibility = "INVISIBLE_PATIENT" }.ToNode()["securityLabel"]![0]!;
        resource["securityLabel"] = new JsonArray(masked.DeepClone(), withheld.DeepClone());
    });

    [Fact]
    public async Task Broken_JSON_is_refused()
    {
        var person = await platform.People.EnrolAsync();
        var json = new Deposit(person).Json;

        (await Lab.PostAsync("/fhir/DocumentReference", json[..^1])).IsRefused(HttpStatusCode.BadRequest, "fhir-json-malformed", fhir: true);
        (await Lab.PostAsync("/fhir/DocumentReference", "")).IsRefused(HttpStatusCode.BadRequest, "fhir-json-malformed", fhir: true);
        await NothingIsStoredAsync(person);
    }

    [Fact]
    public async Task A_property_that_stands_twice_is_refused()
    {
        var person = await platform.People.EnrolAsync();
        var twice = new Deposit(person).Json.Replace("\"status\":\"current\"", "\"status\":\"current\",\"status\":\"current\"", StringComparison.Ordinal);

        (await Lab.PostAsync("/fhir/DocumentReference", twice)).IsRefused(HttpStatusCode.BadRequest, "fhir-name-repeated", fhir: true);
        await NothingIsStoredAsync(person);
    }

    [Fact]
    public async Task Other_formats_than_JSON_are_refused()
    {
        using var text = new StringContent("{}", System.Text.Encoding.UTF8, "text/plain");
        (await Lab.SendAsync(HttpMethod.Post, "/fhir/DocumentReference", text)).IsRefused(HttpStatusCode.UnsupportedMediaType, "media-type-unsupported", fhir: true);
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_refused_before_a_byte_of_it_is_sent()
    {
        // Only the head is sent: an answer shows that the body was not waited for.
        var answer = await RawRequest.SendAsync(platform.Visitors.Professionals, platform.Visitors.Tls("lab-org"),
            "POST /fhir/DocumentReference HTTP/1.1", "Host: localhost", "Content-Type: application/fhir+json", "Content-Length: 300000000");
        Assert.Equal(413, answer.Status);
        Assert.Contains("body-too-large", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_holder_adds_five_megabytes_at_most()
    {
        var person = await platform.People.ActivatedAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        var content = new byte[5_000_001];
        "%PDF-1.7"u8.CopyTo(content);
        var deposit = new Deposit(person) { Type = Deposit.PatientSummary, Content = content };

        (await me.PostAsync("/fhir/DocumentReference", deposit.Json)).IsRefused(HttpStatusCode.RequestEntityTooLarge, "body-too-large", fhir: true);
        await NothingIsStoredAsync(person);
        (await me.PostAsync("/fhir/DocumentReference", (deposit with { Content = content[..5_000_000] }).Json)).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Nothing_is_deposited_before_the_space_is_open()
    {
        var informed = await platform.People.EnrolAsync(TimeSpan.FromDays(7));
        (await Lab.PostAsync("/fhir/DocumentReference", new Deposit(informed).Json)).IsRefused(HttpStatusCode.Conflict, "space-not-open", fhir: true);

        var opposed = await platform.People.EnrolAsync();
        await platform.People.OpposeAsync(opposed);
        (await Lab.PostAsync("/fhir/DocumentReference", new Deposit(opposed).Json)).IsRefused(HttpStatusCode.Conflict, "space-not-open", fhir: true);
    }

    [Fact]
    public async Task The_holder_adds_patient_documents_only_and_to_nobody_else()
    {
        var person = await platform.People.ActivatedAsync();
        var other = await platform.People.ActivatedAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));

        (await me.PostAsync("/fhir/DocumentReference", new Deposit(person).Json)).IsRefused(HttpStatusCode.Forbidden, "document-not-a-patient-type", fhir: true);
        (await me.PostAsync("/fhir/DocumentReference", new Deposit(other) { Type = Deposit.PatientSummary }.Json))
            .IsRefused(HttpStatusCode.NotFound, "person-unknown", fhir: true);
    }

    private async Task RefusedAsync(int status, string code, Action<JsonObject, Person> spoil)
    {
        var person = await platform.People.EnrolAsync();
        var resource = new Deposit(person).ToNode();
        spoil(resource, person);

        (await Lab.PostAsync("/fhir/DocumentReference", resource.ToJsonString())).IsRefused((HttpStatusCode)status, code, fhir: true);
        await NothingIsStoredAsync(person);
    }

    private async Task NothingIsStoredAsync(Person person)
    {
        var seen = await platform.Visitors.Professional("gp").GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}");
        Assert.Equal(0, seen.Is(HttpStatusCode.OK).Total);
    }

    private static JsonNode Attachment(JsonObject resource) => resource["content"]![0]!["attachment"]!;

    private static string WithAnotherKey(string matricule) => matricule[..13] + (matricule[13..] == "97" ? "01" : "97");
}
