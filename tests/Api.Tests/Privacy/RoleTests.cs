using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Privacy;

/// <summary>The roles that the holder gives to professionals, from the very next request, and takes back.</summary>
[Collection(OnePlatform.Name)]
public sealed class RoleTests(RunningPlatform platform)
{
    private static readonly string Administrator = $$"""{"role":"administrator","professional":"{{DevelopmentPeople.Specialist.Rpps}}","name":"Dominique CARDIOLOGUE"}""";

    [Fact]
    public async Task An_administrator_doctor_sees_hidden_documents_until_the_role_ends()
    {
        var (person, me) = await HolderAsync();
        await new Deposit(person) { Visibility = "MASQUE_PS" }.ByAsync(platform.Visitors.Professional("lab-org"));
        await platform.People.AuthoriseAsync(person, DevelopmentPeople.Specialist.IdNatPs);
        Assert.Equal(0, await SeenAsync(person));

        (await me.PostAsync("/api/v1/privacy/roles", Administrator)).Is(HttpStatusCode.OK);
        Assert.Equal(1, await SeenAsync(person));
        var roles = (await me.GetAsync("/api/v1/privacy")).Is(HttpStatusCode.OK).Json.GetProperty("roles");
        Assert.Equal("administrator", roles[0].GetProperty("role").GetString());
        Assert.Equal("Dominique CARDIOLOGUE", roles[0].GetProperty("name").GetString());

        (await me.PostAsync("/api/v1/privacy/roles/end", Administrator)).Is(HttpStatusCode.NoContent);
        Assert.Equal(0, await SeenAsync(person));
        (await me.PostAsync("/api/v1/privacy/roles/end", Administrator)).IsRefused(HttpStatusCode.NotFound, "appointment-unknown", fhir: false);
    }

    [Fact]
    public async Task A_correspondent_pharmacist_takes_the_place_of_the_one_before()
    {
        var (_, me) = await HolderAsync();
        (await me.PostAsync("/api/v1/privacy/roles", Pharmacist(DevelopmentPeople.Pharmacist.Rpps))).Is(HttpStatusCode.OK);
        (await me.PostAsync("/api/v1/privacy/roles", Pharmacist("99700900956"))).Is(HttpStatusCode.OK);

        var roles = (await me.GetAsync("/api/v1/privacy")).Is(HttpStatusCode.OK).Json.GetProperty("roles");

        Assert.Equal("899700900956", Assert.Single(roles.EnumerateArray()).GetProperty("professional").GetString());
    }

    [Theory]
    [InlineData("""{"role":"administrator","professional":"99700900221"}""", "professional-id-malformed")]
    [InlineData("""{"role":"médecin traitant","professional":"99700900220"}""", "request-malformed")]
    [InlineData("""{"professional":"99700900220"}""", "request-malformed")]
    public async Task A_role_is_one_of_those_that_a_holder_gives_and_goes_to_a_professional(string role, string code)
    {
        var (_, me) = await HolderAsync();
        (await me.PostAsync("/api/v1/privacy/roles", role)).IsRefused(HttpStatusCode.BadRequest, code, fhir: false);
    }

    [Fact]
    public async Task Nobody_is_named_while_a_block_stands()
    {
        var (person, me) = await HolderAsync();
        await platform.People.BlockAsync(person, AccessSubject.Of(ProfessionalId.Parse(DevelopmentPeople.Specialist.IdNatPs, null)));
        (await me.PostAsync("/api/v1/privacy/roles", Administrator)).IsRefused(HttpStatusCode.Conflict, "subject-blocked", fhir: false);
    }

    private static string Pharmacist(string rpps) => $$"""{"role":"correspondent-pharmacist","professional":"{{rpps}}"}""";

    private async Task<(Person Person, Visitor Me)> HolderAsync()
    {
        var person = await platform.People.ActivatedAsync();
        return (person, platform.Visitors.Citizen(await platform.People.SignInAsync(person)));
    }

    private async Task<int> SeenAsync(Person person) =>
        (await platform.Visitors.Professional("specialist").GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}")).Is(HttpStatusCode.OK).Total;
}
