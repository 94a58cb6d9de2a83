using System.Net;
using System.Text.Json;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Tests.Privacy;

/// <summary>The attending doctor is told of emergencies afterwards, electronically (L. 1111-17 I, R. 1111-48).</summary>
[Collection(OnePlatform.Name)]
public sealed class AttendingDoctorTests(RunningPlatform platform)
{
    // They travel by stream, right behind the answers: asked for until they are there, a bounded number of times.
    private const int MostReadings = 300;

    private static readonly (string, string)[] BreakGlass = [("Mes-Access-Mode", "bris_de_glace"), ("Mes-Access-Reason", "inconscient%20aux%20urgences")];

    [Fact]
    public async Task The_attending_doctor_is_told_whose_record_was_opened_in_an_emergency_and_no_more()
    {
        var person = await platform.People.ActivatedAsync();
        await new Deposit(person).ByAsync(platform.Visitors.Professional("lab-org"));
        Assert.Equal(1, await EmergencyAsync(person));

        var told = Assert.Single(await ToldAsync(person));

        Assert.Equal("emergency-of-patient", told.GetProperty("kind").GetString());
        Assert.Equal(["number", "kind", "patient", "at", "read"], told.EnumerateObject().Select(property => property.Name));
        Assert.False(told.GetProperty("read").GetBoolean());
        (await platform.Visitors.Professional("gp").PutAsync("/api/v1/professional/notices/read", $$"""{"upTo":{{told.GetProperty("number").GetInt64()}}}"""))
            .Is(HttpStatusCode.NoContent);
        Assert.True(Assert.Single(await ToldAsync(person)).GetProperty("read").GetBoolean());
    }

    [Fact]
    public async Task While_they_are_blocked_they_are_told_of_nothing()
    {
        var person = await platform.People.ActivatedAsync();
        var me = platform.Visitors.Citizen(await platform.People.SignInAsync(person));
        var block = (await me.PostAsync("/api/v1/privacy/blocks", $$"""{"professional":"{{DevelopmentPeople.Gp.Rpps}}"}""")).Is(HttpStatusCode.Created);
        await EmergencyAsync(person);
        (await me.DeleteAsync($"/api/v1/privacy/blocks/{block.Json.GetProperty("id").GetString()}")).Is(HttpStatusCode.NoContent);
        var lifted = platform.Clock.GetUtcNow();
        await EmergencyAsync(person);

        // In the order in which they were sent: what was before the first that is told was not told.
        Assert.True(Assert.Single(await ToldAsync(person)).GetProperty("at").GetDateTimeOffset() >= lifted);
    }

    [Fact]
    public async Task Nobody_else_is_told()
    {
        var person = await platform.People.ActivatedAsync(PrivacyChoices.Unexpressed, attended: true);
        await EmergencyAsync(person);
        Assert.Single(await ToldAsync(person));
        foreach (var visitor in new[] { "specialist", "nurse", "dispatcher" })
        {
            var answer = (await platform.Visitors.Professional(visitor).GetAsync("/api/v1/professional/notices")).Is(HttpStatusCode.OK);
            Assert.DoesNotContain(person.Space.Value, answer.Text, StringComparison.Ordinal);
        }
    }

    private async Task<int> EmergencyAsync(Person person) => (await platform.Visitors.Professional("specialist")
        .GetAsync($"/fhir/DocumentReference?patient.identifier={person.Token}", BreakGlass)).Is(HttpStatusCode.OK).Total;

    private async Task<List<JsonElement>> ToldAsync(Person person)
    {
        for (var readings = 1; ; readings++)
        {
            var answer = (await platform.Visitors.Professional("gp").GetAsync("/api/v1/professional/notices")).Is(HttpStatusCode.OK);
            List<JsonElement> told =
                [.. answer.Json.GetProperty("notices").EnumerateArray().Where(notice => notice.GetProperty("patient").GetString() == $"Patient/{person.Space}")];
            if (told.Count > 0 || readings == MostReadings)
            {
                return told;
            }
        }
    }
}
