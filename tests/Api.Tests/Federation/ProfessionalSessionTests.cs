using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Federation;

/// <summary>Professionals who come to the portal by way of Pro Santé Connect.</summary>
[Collection(OnePlatform.Name)]
public sealed class ProfessionalSessionTests(RunningPlatform platform)
{
    private readonly Visitor _nobody = platform.Visitors.Citizen();
    private readonly Browser _browser = new(platform);

    [Fact]
    public async Task A_professional_reads_on_the_portal_what_they_read_with_their_certificate()
    {
        var person = await platform.People.ActivatedAsync();
        var deposit = new Deposit(person);
        await deposit.ByAsync(platform.Visitors.Professional("lab-org"));
        var search = $"/fhir/DocumentReference?patient.identifier={person.Token}";

        var gp = await _browser.SignInProfessionalAsync(DevelopmentPeople.Gp.IdNatPs);

        Assert.Equal(1, (await gp.GetAsync(search)).Is(HttpStatusCode.OK).Total);
        Assert.Equal(0, (await (await _browser.SignInProfessionalAsync(DevelopmentPeople.Pharmacist.IdNatPs)).GetAsync(search)).Is(HttpStatusCode.OK).Total);
        Assert.NotEmpty(await new Deposit(person).ByAsync(gp));
    }

    [Fact]
    public async Task The_history_says_how_the_professional_was_authenticated()
    {
        var person = await platform.People.ActivatedAsync();
        var gp = await _browser.SignInProfessionalAsync(DevelopmentPeople.Gp.IdNatPs);
        (await gp.GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}")).Is(HttpStatusCode.OK);

        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        Assert.Contains("\"provenBy\":\"pro-sante-connect\"", (await me.GetAsync("/api/v1/history")).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Contains("ProSanteConnect", (await me.GetAsync($"/fhir/AuditEvent?patient={person.Space}")).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exercise_is_chosen_for_each_session_and_once()
    {
        var back = await _browser.GoAsync("/api/v1/professional/session/start", DevelopmentPeople.Specialist.IdNatPs);
        var offered = (await _nobody.PostAsync("/api/v1/professional/session/exercises", back.Json)).Is(HttpStatusCode.OK).Json;
        Assert.Equal(
            [DevelopmentPeople.Specialist.IdNatStruct, DevelopmentPeople.Gp.IdNatStruct],
            offered.GetProperty("exercises").EnumerateArray().Select(exercise => exercise.GetProperty("structure").GetString()));

        string Choice(int exercise) => $$"""{"attempt":"{{back.Attempt}}","exercise":{{exercise}}}""";
        (await _nobody.PostAsync("/api/v1/professional/session", Choice(2))).IsRefused(HttpStatusCode.UnprocessableEntity, "exercise-unknown", fhir: false);
        var token = (await _nobody.PostAsync("/api/v1/professional/session", Choice(1))).Is(HttpStatusCode.OK).Json.GetProperty("token").GetString()!;
        (await _nobody.PostAsync("/api/v1/professional/session", Choice(0))).IsRefused(HttpStatusCode.Unauthorized, "federation-refused", fhir: false);

        var shown = (await platform.Visitors.Citizen(token).GetAsync("/api/v1/professional/session")).Is(HttpStatusCode.OK).Json;
        Assert.Equal(DevelopmentPeople.Gp.IdNatStruct, shown.GetProperty("exercise").GetProperty("structure").GetString());
        Assert.Equal("SM04", shown.GetProperty("exercise").GetProperty("speciality").GetString());
    }

    [Fact]
    public async Task Who_is_struck_off_gets_no_session()
    {
        var back = await _browser.GoAsync("/api/v1/professional/session/start", DevelopmentPeople.StruckOff.IdNatPs);

        (await _nobody.PostAsync("/api/v1/professional/session/exercises", back.Json)).IsRefused(HttpStatusCode.Unauthorized, "federation-refused", fhir: false);
    }

    [Fact]
    public async Task The_portal_serves_a_professional_neither_citizens_routes_nor_changes()
    {
        var gp = await _browser.SignInProfessionalAsync(DevelopmentPeople.Gp.IdNatPs);
        var absent = new string('0', 64);

        (await gp.GetAsync("/api/v1/privacy")).IsRefused(HttpStatusCode.NotFound, "not-found", fhir: false);
        (await gp.GetAsync("/api/v1/history")).IsRefused(HttpStatusCode.NotFound, "not-found", fhir: false);
        (await gp.DeleteAsync($"/fhir/Observation/{absent}")).IsRefused(HttpStatusCode.NotFound, "not-found", fhir: true);
        (await gp.GetAsync("/fhir/metadata")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_citizen_has_no_professional_session()
    {
        var person = await platform.People.ActivatedAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));

        (await me.GetAsync("/api/v1/professional/session")).IsRefused(HttpStatusCode.NotFound, "not-found", fhir: false);
        (await _nobody.GetAsync("/api/v1/professional/session")).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: false);
    }

    [Fact]
    public async Task A_session_ends_when_the_professional_signs_out()
    {
        var gp = await _browser.SignInProfessionalAsync(DevelopmentPeople.Gp.IdNatPs);
        (await gp.DeleteAsync("/api/v1/professional/session")).Is(HttpStatusCode.NoContent);

        (await gp.GetAsync("/api/v1/professional/session")).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: false);
    }
}
