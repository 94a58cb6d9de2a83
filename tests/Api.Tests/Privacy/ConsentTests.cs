using System.Net;
using System.Text.Json;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Privacy;

/// <summary>The holder's settings of access as FHIR Consents: the same settings as by the other routes, with the same effect.</summary>
[Collection(OnePlatform.Name)]
public sealed class ConsentTests(RunningPlatform platform)
{
    [Fact]
    public async Task An_authorisation_is_created_shortened_and_taken_back()
    {
        var (person, me) = await HolderAsync();
        await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        Assert.Equal(0, await SeenAsync(person));

        var created = (await me.PostAsync("/fhir/Consent", Consents.About())).Is(HttpStatusCode.Created);
        var id = created.Json.GetProperty("id").GetString()!;
        Assert.EndsWith($"/fhir/Consent/{id}", created.Headers["Location"], StringComparison.Ordinal);
        Assert.Equal(1, await SeenAsync(person));

        var end = platform.Clock.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        var shortened = (await me.PutAsync($"/fhir/Consent/{id}", Consents.About(id: id, period: $"\"period\":{{\"end\":\"{end}\"}},"))).Is(HttpStatusCode.OK);
        Assert.StartsWith(end[..19], shortened.Json.GetProperty("provision").GetProperty("period").GetProperty("end").GetString(), StringComparison.Ordinal);
        Assert.Equal(shortened.Text, (await me.GetAsync($"/fhir/Consent/{id}")).Is(HttpStatusCode.OK).Text);

        var taken = (await me.PutAsync($"/fhir/Consent/{id}", Consents.About(id: id, status: "inactive"))).Is(HttpStatusCode.OK);
        Assert.Equal("inactive", taken.Json.GetProperty("status").GetString());
        Assert.Equal(0, await SeenAsync(person));
        (await me.GetAsync($"/fhir/Consent/{id}")).IsRefused(HttpStatusCode.NotFound, "consent-unknown", fhir: true);
    }

    [Fact]
    public async Task A_block_is_a_consent_that_denies()
    {
        var (person, me) = await HolderAsync();
        (await me.PostAsync("/fhir/Consent", Consents.About())).Is(HttpStatusCode.Created);
        var block = (await me.PostAsync("/fhir/Consent", Consents.About(permits: false))).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString()!;
        Assert.Equal(block[32..], BlockOf(await me.GetAsync("/api/v1/privacy")));
        (await me.PostAsync("/fhir/Consent", Consents.About())).IsRefused(HttpStatusCode.Conflict, "subject-blocked", fhir: true);

        (await me.PutAsync($"/fhir/Consent/{block}", Consents.About(permits: true, id: block))).IsRefused(HttpStatusCode.UnprocessableEntity, "consent-is-another", fhir: true);
        (await me.PutAsync($"/fhir/Consent/{block}", Consents.About(permits: false, id: block, status: "inactive"))).Is(HttpStatusCode.OK);
        (await me.PostAsync("/fhir/Consent", Consents.About())).Is(HttpStatusCode.Created);
        Assert.Equal(0, await SeenAsync(person));
    }

    [Fact]
    public async Task The_three_choices_for_emergencies_are_always_there_and_updated_one_by_one()
    {
        var (_, me) = await HolderAsync();
        var choices = (await me.GetAsync("/fhir/Consent")).Is(HttpStatusCode.OK).Entries.ToDictionary(Purpose);
        Assert.Equal(["BTG", "ETREAT", "MASKED"], choices.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("permit", "permit", "deny"), (Type(choices["BTG"]), Type(choices["ETREAT"]), Type(choices["MASKED"])));

        var id = choices["BTG"].GetProperty("id").GetString()!;
        (await me.PutAsync($"/fhir/Consent/{id}", Consents.Choice(id, "BTG", permits: false))).Is(HttpStatusCode.OK);

        var saved = (await me.GetAsync("/api/v1/privacy")).Json.GetProperty("choices");
        Assert.Equal((false, true), (saved.GetProperty("breakGlass").GetBoolean(), saved.GetProperty("regulationCentre").GetBoolean()));
        (await me.PutAsync($"/fhir/Consent/{id}", Consents.Choice(id, "BTG", permits: true, status: "inactive")))
            .IsRefused(HttpStatusCode.UnprocessableEntity, "consent-always-chosen", fhir: true);
    }

    [Theory]
    [InlineData("\"securityLabel\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-Confidentiality\",\"code\":\"R\"}]", "fhir-element-forbidden")]
    [InlineData("\"provision\":[{\"type\":\"deny\"}]", "fhir-element-forbidden")]
    [InlineData("\"purpose\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActReason\",\"code\":\"BTG\"}]", "consent-names-nobody")]
    public async Task A_consent_that_would_be_kept_as_wider_than_it_is_is_refused(string provision, string code)
    {
        var (_, me) = await HolderAsync();
        (await me.PostAsync("/fhir/Consent", Consents.Of(true, provision))).IsRefused(HttpStatusCode.UnprocessableEntity, code, fhir: true);
    }

    [Fact]
    public async Task An_actor_has_a_national_identifier()
    {
        var (_, me) = await HolderAsync();
        (await me.PostAsync("/fhir/Consent", Consents.About(actor: """{"reference":"Practitioner/a"}""")))
            .IsRefused(HttpStatusCode.UnprocessableEntity, "fhir-element-missing", fhir: true);
    }

    [Fact]
    public async Task A_consent_does_not_begin_later()
    {
        var (_, me) = await HolderAsync();
        var start = platform.Clock.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd", null);
        (await me.PostAsync("/fhir/Consent", Consents.About(period: $"\"period\":{{\"start\":\"{start}\"}},")))
            .IsRefused(HttpStatusCode.UnprocessableEntity, "consent-begins-later", fhir: true);
    }

    private static string Purpose(JsonElement consent) => consent.GetProperty("provision").GetProperty("purpose")[0].GetProperty("code").GetString()!;

    private static string Type(JsonElement consent) => consent.GetProperty("provision").GetProperty("type").GetString()!;

    private static string BlockOf(Answer privacy) => privacy.Is(HttpStatusCode.OK).Json.GetProperty("blocks")[0].GetProperty("id").GetGuid().ToString("N");

    private async Task<(Person Person, Visitor Me)> HolderAsync()
    {
        var person = await platform.People.ActivatedAsync();
        return (person, platform.Visitors.Citizen(await platform.People.SignInAsync(person)));
    }

    private async Task<int> SeenAsync(Person person) =>
        (await platform.Visitors.Professional("specialist").GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}")).Is(HttpStatusCode.OK).Total;
}
