using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Http;

/// <summary>Each listener serves its own routes; the others do not exist there.</summary>
[Collection(OnePlatform.Name)]
public sealed class ListenerTests(RunningPlatform platform)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/history")]
    [InlineData("/api/v1/privacy")]
    [InlineData("/api/v1/notifications")]
    [InlineData("/health/live")]
    public async Task On_the_professionals_listener_there_is_FHIR_alone(string path) =>
        (await platform.Visitors.Professional("gp").GetAsync(path)).IsRefused(HttpStatusCode.NotFound, "not-found", fhir: false);

    [Theory]
    [InlineData("/api/v1/session")]
    [InlineData("/api/v1/activation/start")]
    public async Task Nobody_signs_in_on_the_professionals_listener(string path) =>
        (await platform.Visitors.Professional("gp").PostAsync(path, "{}")).IsRefused(HttpStatusCode.NotFound, "not-found", fhir: false);

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_for_operators(string path)
    {
        (await platform.Visitors.Citizen().GetAsync(path)).IsRefused(HttpStatusCode.NotFound, "not-found", fhir: false);
        (await platform.Visitors.Operator().GetAsync(path)).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/", false)]
    [InlineData("/fhir/metadata", true)]
    [InlineData("/fhir/DocumentReference?patient=x", true)]
    [InlineData("/api/v1/history", false)]
    public async Task Operators_see_no_health_data(string path, bool fhir) =>
        (await platform.Visitors.Operator().GetAsync(path)).IsRefused(HttpStatusCode.NotFound, "not-found", fhir);

    [Fact]
    public async Task A_token_of_a_citizen_is_nothing_on_the_professionals_listener()
    {
        var person = await platform.People.ActivatedAsync();
        await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        var bearer = ("Authorization", "Bearer " + await platform.People.SignInAsync(person));

        (await platform.Visitors.Stranger().GetAsync($"/fhir/DocumentReference?patient={person.Space}", bearer))
            .IsRefused(HttpStatusCode.Forbidden, "certificate-missing", fhir: true);
        (await platform.Visitors.Professional("samu-org").GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}", bearer))
            .IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: true);
    }
}
