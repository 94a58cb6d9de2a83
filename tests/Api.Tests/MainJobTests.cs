using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests;

/// <summary>The main job from end to end, as <c>docs/tour.sh</c> makes it with curl.</summary>
[Collection(OnePlatform.Name)]
public sealed class MainJobTests(RunningPlatform platform)
{
    [Fact]
    public async Task A_deposit_reaches_the_holder_who_sees_who_looked_and_shuts_them_out()
    {
        var person = await platform.People.EnrolAsync();
        var lab = platform.Visitors.Professional("lab-org");
        var gp = platform.Visitors.Professional("gp");
        var specialist = platform.Visitors.Professional("specialist");

        // TD0.2: the laboratory asks whether there is a record.
        var existence = (await lab.GetAsync($"/fhir/Patient?identifier={person.Token}")).Is(HttpStatusCode.OK);
        Assert.True(Assert.Single(existence.Entries).GetProperty("active").GetBoolean());

        // It deposits; sends the same again, as networks do; the practitioner deposits too.
        var test = new Deposit(person) { Title = "Prise de sang du 18 novembre" };
        var key = ("Idempotency-Key", $"main-job-{person.Space}");
        var first = (await lab.PostAsync("/fhir/DocumentReference", test.Json, key)).Is(HttpStatusCode.Created);
        var second = (await lab.PostAsync("/fhir/DocumentReference", test.Json, key)).Is(HttpStatusCode.Created);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal("W/\"1\"", first.Headers["ETag"]);
        await new Deposit(person) { Type = Deposit.Consultation, Title = "Consultation de suivi" }.ByAsync(gp);

        // She activates her space with the code of the letter, and signs in with a code by mail.
        var account = await platform.OpenAccountAsync(person, $"personne.{person.Space.Value[..12]}", "Tilleul-en-fleur-84", $"{person.Space.Value[..12]}@example.org");
        var me = platform.Visitors.Citizen(await account.SignInAsync());

        // She reads her documents, and gets the bytes that the laboratory sent.
        var mine = (await me.GetAsync($"/fhir/DocumentReference?patient={person.Space}&status=current")).Is(HttpStatusCode.OK);
        Assert.Equal(["Consultation de suivi", "Prise de sang du 18 novembre"], mine.Entries.Select(Title));
        var binary = "/fhir/Binary/" + first.Json.GetProperty("id").GetString();
        var content = (await me.GetAsync(binary)).Is(HttpStatusCode.OK);
        Assert.Equal("application/pdf", content.MediaType);
        Assert.Equal(test.Content, content.Body);

        // A cardiologist sees nothing, then states the consent and sees.
        var search = $"/fhir/DocumentReference?patient.identifier={person.Token}&status=current";
        Assert.Equal(0, (await specialist.GetAsync(search)).Is(HttpStatusCode.OK).Total);
        Assert.Equal(2, (await specialist.GetAsync(search, ("Mes-Consent", "declared"))).Is(HttpStatusCode.OK).Total);
        (await specialist.GetAsync(binary)).Is(HttpStatusCode.OK);

        // She sees who looked and why they could, and was told of the deposits and of the first access.
        var history = (await me.GetAsync("/api/v1/history")).Is(HttpStatusCode.OK).Json.GetProperty("entries").EnumerateArray().ToList();
        var opening = history.First(entry => entry.GetProperty("action").GetString() == "opened-document"
            && entry.GetProperty("by").GetProperty("kind").GetString() == "professional");
        Assert.Equal("Dominique CARDIOLOGUE", opening.GetProperty("by").GetProperty("name").GetString());
        var why = (await me.GetAsync($"/api/v1/history/{opening.GetProperty("id").GetString()}/why")).Is(HttpStatusCode.OK).Json;
        Assert.True(why.GetProperty("allowed").GetBoolean());
        Assert.Equal(["authorised", "within-matrix"], why.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetProperty("rule").GetString()));
        Assert.Equal(["document-added", "document-added", "first-access"], (await Notices.ReadAsync(me, kinds => kinds.Count == 3)).Order());
        var events = (await me.GetAsync($"/fhir/AuditEvent?patient={person.Space}")).Is(HttpStatusCode.OK);
        Assert.All(events.Entries, entry => Assert.Equal("AuditEvent", entry.GetProperty("resourceType").GetString()));

        // Blocked, the cardiologist sees an empty record from the very next request; the dispatch doctor comes in, and she is told.
        var block = (await me.PostAsync("/api/v1/privacy/blocks", $$"""{"professional":"{{DevelopmentPeople.Specialist.Rpps}}"}""")).Is(HttpStatusCode.Created);
        Assert.Equal(0, (await specialist.GetAsync(search, ("Mes-Consent", "declared"))).Is(HttpStatusCode.OK).Total);
        (await specialist.GetAsync(binary)).IsRefused(HttpStatusCode.NotFound, "document-unknown", fhir: true);
        var dispatcher = platform.Visitors.Professional("dispatcher");
        Assert.Equal(2, (await dispatcher.GetAsync(search, ("Mes-Access-Mode", "centre_15"))).Is(HttpStatusCode.OK).Total);
        Assert.Contains("emergency-access", await Notices.ReadAsync(me, kinds => kinds.Count == 4));

        // She lifts the block; the authorisation does not come back by itself. She signs out.
        (await me.DeleteAsync($"/api/v1/privacy/blocks/{block.Json.GetProperty("id").GetString()}")).Is(HttpStatusCode.NoContent);
        Assert.Equal(0, (await specialist.GetAsync(search)).Is(HttpStatusCode.OK).Total);
        (await me.DeleteAsync("/api/v1/session")).Is(HttpStatusCode.NoContent);
        (await me.GetAsync("/api/v1/history")).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: false);
    }

    private static string? Title(System.Text.Json.JsonElement resource) =>
        resource.GetProperty("content")[0].GetProperty("attachment").GetProperty("title").GetString();
}
