using System.Net;
using System.Text.Json;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Activation;

/// <summary>Activation with the help of a counter (lifecycle 3).</summary>
[Collection(OnePlatform.Name)]
public sealed class AssistanceTests(RunningPlatform platform)
{
    private const string Route = "/api/v1/assistance/activation";

    private Visitor Counter => platform.Visitors.Professional("insurer-org");

    private Visitor Nobody => platform.Visitors.Citizen();

    [Fact]
    public async Task The_agent_begins_the_person_goes_on_alone_and_reads_who_helped()
    {
        var person = await platform.People.EnrolAsync();
        var code = await platform.People.WriteAsync(person);
        var begun = (await Counter.PostAsync(Route, With(person))).Is(HttpStatusCode.OK);
        Assert.Equal(["attempt"], begun.Json.EnumerateObject().Select(field => field.Name));
        var agents = begun.Json.GetProperty("attempt").GetString()!;

        var own = (await Nobody.PostAsync("/api/v1/activation/verify", $$"""{"attempt":"{{agents}}","code":"{{code}}"}"""))
            .Is(HttpStatusCode.OK).Json.GetProperty("attempt").GetString()!;

        // What the agent knows is over; what the person goes on with, the agent has never seen.
        (await Nobody.PostAsync("/api/v1/activation/contact", $$"""{"attempt":"{{agents}}","email":"agent@example.org"}"""))
            .IsRefused(HttpStatusCode.Unauthorized, "activation-over", fhir: false);
        var account = new Account(platform, person, $"personne.{person.Space.Value[..12]}", "Tilleul-en-fleur-84", $"{person.Space.Value[..12]}@example.org");
        await platform.VerifyContactAsync(own, account.Email);
        (await Nobody.PostAsync("/api/v1/activation/complete", Accounts.Completion(own, account.Login, account.Password))).Is(HttpStatusCode.Created);

        var history = (await platform.Visitors.Citizen(await account.SignInAsync()).GetAsync("/api/v1/history")).Is(HttpStatusCode.OK).Json.GetProperty("entries");
        var trace = Assert.Single(history.EnumerateArray(), entry => entry.GetProperty("action").GetString() == "assisted-activation");
        Assert.Equal("Claude Guichet", trace.GetProperty("context").GetProperty("reason").GetString());
        Assert.Contains("Caisse fictive", trace.GetProperty("by").GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(JsonValueKind.Undefined, trace.GetProperty("at").ValueKind);
    }

    [Fact]
    public async Task The_agent_is_told_the_same_whoever_is_in_front_of_them()
    {
        var known = await platform.People.EnrolAsync();
        var opposed = await platform.People.EnrolAsync();
        await platform.People.OpposeAsync(opposed);
        var stranger = known with { Sheet = known.Sheet with { Ins = Population.InsOf(30_997) } };

        var tellings = new List<string>();
        foreach (var person in new[] { known, opposed, stranger })
        {
            var begun = (await Counter.PostAsync(Route, With(person))).Is(HttpStatusCode.OK);
            var attempt = begun.Json.GetProperty("attempt").GetString()!;
            var letter = await Counter.PostAsync(Route + "/letter", $$"""{"attempt":"{{attempt}}","agent":"Claude Guichet"}""");
            tellings.Add(begun.Telling.Replace(attempt, "<attempt>", StringComparison.Ordinal) + letter.Is(HttpStatusCode.Accepted).Telling);
        }

        Assert.Single(tellings.Distinct());
    }

    [Theory]
    [InlineData("lab-org")]
    [InlineData("gp")]
    [InlineData("secretary")]
    public async Task Who_is_no_counter_helps_nobody(string certificate)
    {
        var person = await platform.People.EnrolAsync();
        (await platform.Visitors.Professional(certificate).PostAsync(Route, With(person))).IsRefused(HttpStatusCode.Forbidden, "only-a-counter", fhir: false);
    }

    [Fact]
    public async Task An_agent_without_a_name_helps_nobody() =>
        (await Counter.PostAsync(Route, Accounts.Traits(await platform.People.EnrolAsync()))).IsRefused(HttpStatusCode.UnprocessableEntity, "agent-unnamed", fhir: false);

    private static string With(Person person) => Accounts.Traits(person)[..^1] + ""","agent":"Claude Guichet"}""";
}
