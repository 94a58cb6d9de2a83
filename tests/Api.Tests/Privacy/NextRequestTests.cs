using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Privacy;

/// <summary>
/// What the holder takes back is gone at the very next request of a professional who was reading: over the connection that they have, with the version
/// that they know, and on the next page of what they had begun.
/// </summary>
[Collection(OnePlatform.Name)]
public sealed class NextRequestTests(RunningPlatform platform)
{
    private static readonly string Specialist = $$"""{"professional":"{{DevelopmentPeople.Specialist.Rpps}}","name":"Dominique CARDIOLOGUE"}""";

    private readonly Visitor _specialist = platform.Visitors.Professional("specialist");

    [Fact]
    public Task An_authorisation_that_is_withdrawn() => GoneAtOnceAsync(Authorise, async (me, _) =>
        (await me.PostAsync("/api/v1/privacy/authorisations/withdraw", Specialist)).Is(HttpStatusCode.NoContent));

    [Fact]
    public Task A_professional_who_is_blocked() => GoneAtOnceAsync(Authorise, async (me, _) =>
        (await me.PostAsync("/api/v1/privacy/blocks", $$"""{"professional":"{{DevelopmentPeople.Specialist.Rpps}}"}""")).Is(HttpStatusCode.Created));

    [Fact]
    public Task A_structure_that_is_blocked() => GoneAtOnceAsync(Authorise, async (me, _) =>
        (await me.PostAsync("/api/v1/privacy/blocks", $$"""{"structure":"{{DevelopmentPeople.Specialist.IdNatStruct}}"}""")).Is(HttpStatusCode.Created));

    [Fact]
    public Task Documents_that_are_hidden() => GoneAtOnceAsync(Authorise, async (me, documents) =>
    {
        foreach (var document in documents)
        {
            (await me.PostAsync("/api/v1/privacy/hidden-documents", $$"""{"document":"{{document}}"}""")).Is(HttpStatusCode.NoContent);
        }
    });

    [Fact]
    public Task A_role_that_ends() => GoneAtOnceAsync(
        async me => (await me.PostAsync("/api/v1/privacy/roles", Administrator)).Is(HttpStatusCode.OK),
        async (me, _) => (await me.PostAsync("/api/v1/privacy/roles/end", Administrator)).Is(HttpStatusCode.NoContent));

    [Fact]
    public async Task A_standing_consent_to_emergencies_that_is_taken_back()
    {
        (string, string)[] breakGlass = [("Mes-Access-Mode", "bris_de_glace"), ("Mes-Access-Reason", "inconscient%20aux%20urgences")];
        var (person, me, documents) = await FurnishAsync();
        (await _specialist.GetAsync($"/fhir/Binary/{documents[0]}", breakGlass)).Is(HttpStatusCode.OK);
        (await me.PutAsync("/api/v1/privacy/choices", """{"hideNewDocuments":false,"regulationCentre":true,"breakGlass":false,"hiddenInEmergency":false}"""))
            .Is(HttpStatusCode.NoContent);
        (await _specialist.GetAsync($"/fhir/Binary/{documents[0]}", breakGlass)).Is(HttpStatusCode.NotFound);
        Assert.Equal(0, (await _specialist.GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}", breakGlass)).Total);
    }

    private static string Administrator => Specialist.Insert(1, "\"role\":\"administrator\",");

    private static async Task Authorise(Visitor me) => (await me.PostAsync("/api/v1/privacy/authorisations", Specialist)).Is(HttpStatusCode.OK);

    private async Task GoneAtOnceAsync(Func<Visitor, Task> letIn, Func<Visitor, string[], Task> takeBack)
    {
        var (person, me, documents) = await FurnishAsync();
        await letIn(me);
        var list = $"/fhir/DocumentReference?patient.identifier={person.Token}";
        var begun = (await _specialist.GetAsync($"{list}&_count=1")).Is(HttpStatusCode.OK);
        Assert.Equal(2, (await _specialist.GetAsync(list)).Total);
        var next = begun.Json.GetProperty("link").EnumerateArray().Single(link => link.GetProperty("relation").GetString() == "next").GetProperty("url").GetString()!;
        var sheet = (await _specialist.GetAsync($"/fhir/DocumentReference/{documents[0]}")).Is(HttpStatusCode.OK);
        (await _specialist.GetAsync($"/fhir/DocumentReference/{documents[0]}", ("If-None-Match", sheet.Headers["ETag"]))).Is(HttpStatusCode.NotModified);
        (await _specialist.GetAsync($"/fhir/Binary/{documents[0]}")).Is(HttpStatusCode.OK);

        await takeBack(me, documents);

        (await _specialist.GetAsync($"/fhir/Binary/{documents[0]}")).Is(HttpStatusCode.NotFound);
        (await _specialist.GetAsync($"/fhir/DocumentReference/{documents[0]}", ("If-None-Match", sheet.Headers["ETag"]))).Is(HttpStatusCode.NotFound);
        (await _specialist.GetAsync($"/fhir/DocumentReference/{documents[0]}/_history")).Is(HttpStatusCode.NotFound);
        Assert.Equal(0, (await _specialist.GetAsync(list)).Is(HttpStatusCode.OK).Total);
        Assert.Empty((await _specialist.GetAsync(new Uri(next).PathAndQuery)).Entries);
    }

    private async Task<(Person Person, Visitor Me, string[] Documents)> FurnishAsync()
    {
        var person = await platform.People.ActivatedAsync();
        var laboratory = platform.Visitors.Professional("lab-org");
        return (
            person, platform.Visitors.Citizen(await platform.People.SignInAsync(person)),
            [await new Deposit(person).ByAsync(laboratory), await new Deposit(person).ByAsync(laboratory)]);
    }
}
