using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Insurers;

/// <summary>The insurer suspends a space, and gives it back (R. 1111-36).</summary>
[Collection(OnePlatform.Name)]
public sealed class SuspensionTests(RunningPlatform platform)
{
    private Visitor Insurer => platform.Visitors.Professional("insurer-org");

    [Fact]
    public async Task A_suspended_space_is_nobodys_until_the_insurer_gives_it_back()
    {
        var person = await platform.People.ActivatedAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        var line = $$"""{"matricule":"{{person.Matricule}}","ground":"malfunction"}""";
        (await SendAsync(line)).Is(HttpStatusCode.NoContent);
        (await SendAsync(line)).Is(HttpStatusCode.NoContent);

        var life = (await me.GetAsync("/api/v1/account/life")).Is(HttpStatusCode.OK).Json;
        Assert.Equal(("suspended", "malfunction"), (life.GetProperty("status").GetString(), life.GetProperty("suspension").GetProperty("ground").GetString()));
        var gp = platform.Visitors.Professional("gp");
        (await gp.PostAsync("/fhir/DocumentReference", new Deposit(person).Json)).IsRefused(HttpStatusCode.Conflict, "space-not-open", fhir: true);

        (await SendAsync($$"""{"matricule":"{{person.Matricule}}","lifted":true}""")).Is(HttpStatusCode.NoContent);
        Assert.Equal("activated", (await me.GetAsync("/api/v1/account/life")).Is(HttpStatusCode.OK).Json.GetProperty("status").GetString());
        await new Deposit(person).ByAsync(gp);
    }

    [Fact]
    public async Task What_cannot_be_suspended_is_told_and_nobody_else_suspends()
    {
        var person = await platform.People.ActivatedAsync();
        var line = $$"""{"matricule":"{{person.Matricule}}","ground":"fraud"}""";
        (await platform.Visitors.Professional("lab-org").PostAsync("/api/v1/insurer/suspensions", line))
            .IsRefused(HttpStatusCode.Forbidden, "only-the-insurer", fhir: false);
        (await SendAsync($$"""{"matricule":"{{person.Matricule}}"}""")).IsRefused(HttpStatusCode.BadRequest, "suspension-ground-missing", fhir: false);
        (await SendAsync($$"""{"matricule":"{{Population.InsOf(99_998).Matricule}}","ground":"fraud"}"""))
            .IsRefused(HttpStatusCode.NotFound, "person-unknown", fhir: false);
        var waiting = await platform.People.EnrolAsync(TimeSpan.FromDays(3));
        (await SendAsync($$"""{"matricule":"{{waiting.Matricule}}","ground":"fraud"}""")).IsRefused(HttpStatusCode.Conflict, "space-not-open", fhir: false);
    }

    private Task<Answer> SendAsync(string line) => Insurer.PostAsync("/api/v1/insurer/suspensions", line);
}
