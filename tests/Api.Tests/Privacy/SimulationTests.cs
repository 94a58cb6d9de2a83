using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Privacy;

/// <summary>What somebody would see, tried over HTTP.</summary>
[Collection(OnePlatform.Name)]
public sealed class SimulationTests(RunningPlatform platform)
{
    [Fact]
    public async Task Hiding_is_tried_before_it_is_saved()
    {
        var person = await platform.People.ActivatedAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        var id = await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        await platform.People.AuthoriseAsync(person, DevelopmentPeople.Specialist.IdNatPs);

        var tried = (await me.PostAsync(
            "/api/v1/simulate", $$"""{"profession":"10","professional":"{{DevelopmentPeople.Specialist.Rpps}}","hide":"{{id}}"}""")).Is(HttpStatusCode.OK).Json;

        Assert.Equal("authorised", tried.GetProperty("now").GetProperty("rule").GetString());
        var document = Assert.Single(tried.GetProperty("documents").EnumerateArray());
        Assert.Equal(id, document.GetProperty("document").GetString());
        Assert.Equal("within-matrix", document.GetProperty("now").GetProperty("rule").GetString());
        Assert.Equal("hidden", document.GetProperty("then").GetProperty("rule").GetString());
        Assert.False(document.GetProperty("then").GetProperty("allowed").GetBoolean());
        Assert.DoesNotContain("MASQUE_PS", (await me.GetAsync($"/fhir/DocumentReference/{id}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"profession":"10","professional":"123"}""", "professional-id-malformed")]
    [InlineData("""{"profession":"10","structure":"x"}""", "structure-id-malformed")]
    [InlineData("""{"profession":"10","block":{}}""", "professional-id-malformed")]
    [InlineData("""{"profession":"10","hide":"x"}""", "document-unknown")]
    public async Task What_cannot_be_read_is_said(string body, string code)
    {
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(await platform.People.ActivatedAsync()));
        var status = code == "document-unknown" ? HttpStatusCode.NotFound : HttpStatusCode.BadRequest;
        (await me.PostAsync("/api/v1/simulate", body)).IsRefused(status, code, fhir: false);
    }
}
