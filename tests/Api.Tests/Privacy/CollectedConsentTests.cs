using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Privacy;

/// <summary>A member of the care team records the holder's consent to a colleague (L. 1111-17 II, R. 1111-46).</summary>
[Collection(OnePlatform.Name)]
public sealed class CollectedConsentTests(RunningPlatform platform)
{
    private static readonly ProfessionalId Nurse = ProfessionalId.Parse(DevelopmentPeople.Nurse.IdNatPs, null);

    [Fact]
    public async Task The_colleague_comes_in_and_the_holder_is_told()
    {
        var person = await platform.People.ActivatedAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        Assert.Equal(0, await SeenAsync(person));

        (await CollectAsync("gp", person)).Is(HttpStatusCode.NoContent);

        Assert.Equal(1, await SeenAsync(person));
        var authorisation = Assert.Single((await me.GetAsync("/api/v1/privacy")).Is(HttpStatusCode.OK).Json.GetProperty("authorisations").EnumerateArray());
        Assert.Equal(DevelopmentPeople.Gp.IdNatPs, authorisation.GetProperty("collectedBy").GetString());
        Assert.Contains("settled-for-you", await Notices.ReadAsync(me, kinds => kinds.Contains("settled-for-you")));
    }

    [Fact]
    public async Task A_consent_that_was_collected_is_not_passed_on()
    {
        var person = await platform.People.ActivatedAsync();
        (await CollectAsync("gp", person)).Is(HttpStatusCode.NoContent);
        (await CollectAsync("nurse", person, DevelopmentPeople.Pharmacist.Rpps)).IsRefused(HttpStatusCode.Forbidden, "not-of-the-care-team", fhir: false);
    }

    [Fact]
    public async Task A_colleague_who_is_blocked_stays_out_and_nobody_is_told()
    {
        var person = await platform.People.ActivatedAsync();
        await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        await platform.People.BlockAsync(person, AccessSubject.Of(Nurse));
        var other = await platform.People.ActivatedAsync();

        Assert.Equal((await CollectAsync("gp", other)).Telling, (await CollectAsync("gp", person)).Telling);

        Assert.Equal(0, await SeenAsync(person));
    }

    [Fact]
    public async Task Who_is_blocked_who_was_never_authorised_and_who_asks_about_nobody_are_told_the_same()
    {
        var (blocking, other) = (await platform.People.ActivatedAsync(), await platform.People.ActivatedAsync());
        await platform.People.AuthoriseAsync(blocking, DevelopmentPeople.Specialist.IdNatPs);
        await platform.People.BlockAsync(blocking, AccessSubject.Of(ProfessionalId.Parse(DevelopmentPeople.Specialist.IdNatPs, null)));
        var nobody = other with { Sheet = other.Sheet with { Ins = Population.InsOf(9_999) } };

        var told = (await CollectAsync("specialist", other)).Telling;

        Assert.Contains("not-of-the-care-team", told, StringComparison.Ordinal);
        Assert.Equal(told, (await CollectAsync("specialist", blocking)).Telling);
        Assert.Equal(told, (await CollectAsync("specialist", nobody)).Telling);
    }

    [Theory]
    [InlineData("secretary")]
    [InlineData("lab-org")]
    [InlineData("occupational-doctor")]
    [InlineData("insurers-doctor")]
    public async Task Who_is_of_no_care_team_collects_nothing(string visitor)
    {
        var person = await platform.People.ActivatedAsync();
        await platform.People.AuthoriseAsync(person, DevelopmentPeople.OccupationalDoctor.IdNatPs);
        await platform.People.AuthoriseAsync(person, DevelopmentPeople.InsurersDoctor.IdNatPs);
        (await CollectAsync(visitor, person)).IsRefused(HttpStatusCode.Forbidden, "not-of-the-care-team", fhir: false);
    }

    private Task<Answer> CollectAsync(string visitor, Person person, string? colleague = null) => platform.Visitors.Professional(visitor).PostAsync(
        "/api/v1/professional/consents",
        $$"""{"system":"{{person.System}}","matricule":"{{person.Matricule}}","colleague":"{{colleague ?? DevelopmentPeople.Nurse.Rpps}}","name":"Alix SOIGNANT"}""");

    private async Task<int> SeenAsync(Person person) =>
        (await platform.Visitors.Professional("nurse").GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}")).Is(HttpStatusCode.OK).Total;
}
