using System.Net;
using System.Text.Json;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Api.Tests.Resources;

namespace MonEspaceSante.Api.Tests.Summaries;

/// <summary>The summary of a person's health, and everything to its holder.</summary>
[Collection(OnePlatform.Name)]
public sealed class SummaryTests(RunningPlatform platform)
{
    [Fact]
    public async Task A_summary_holds_what_its_reader_may_see()
    {
        var world = await platform.SomebodyAsync();
        (await world.Me.PostAsync("/fhir/AllergyIntolerance", Samples.Of("AllergyIntolerance", world.Person).ToJsonString())).Is(HttpStatusCode.Created);
        var summary = $"/fhir/Patient/{world.Person.Space}/$summary";

        var own = (await world.Me.GetAsync(summary)).Is(HttpStatusCode.OK);
        var doctors = (await platform.Visitors.Professional("gp").GetAsync(summary)).Is(HttpStatusCode.OK);

        Assert.All([own, doctors], answer => Assert.Equal("document", answer.Json.GetProperty("type").GetString()));
        Assert.All([own, doctors], answer => Assert.Contains("Arachide", answer.Text, StringComparison.Ordinal));
        Assert.Equal("Composition", own.Entries.First().GetProperty("resourceType").GetString());
    }

    [Fact]
    public async Task A_measure_and_its_object_are_in_the_summary()
    {
        var world = await platform.SomebodyAsync();
        var device = (await world.Me.PostAsync("/fhir/Device", Samples.Of("Device", world.Person).ToJsonString())).Is(HttpStatusCode.Created).Json.GetProperty("id").GetString();
        await new Measure(world.Person) { Device = $"Device/{device}" }.ByAsync(world.Me);
        await new Measure(world.Person).ByAsync(world.Me);
        await new Deposit(world.Person).ByAsync(platform.Visitors.Professional("lab-org"));
        var summary = await world.Me.GetAsync($"/fhir/Patient/{world.Person.Space}/$summary");
        Assert.Contains("72.50", summary.Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_updated_as_it_was_read_is_in_the_summary()
    {
        var world = await platform.SomebodyAsync();
        var id = await new Measure(world.Person).ByAsync(world.Me);
        var read = (await world.Me.GetAsync($"/fhir/Observation/{id}")).Is(HttpStatusCode.OK).Text;
        (await world.Me.PutAsync($"/fhir/Observation/{id}", read.Replace("72.50", "73.25", StringComparison.Ordinal))).Is(HttpStatusCode.OK);
        Assert.Contains("73.25", (await world.Me.GetAsync($"/fhir/Patient/{world.Person.Space}/$summary")).Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_come_in_is_told_what_everybody_is_told_of_a_space_that_does_not_exist()
    {
        var world = await platform.SomebodyAsync();
        var stranger = platform.Visitors.Professional("optician");
        var closed = await stranger.GetAsync($"/fhir/Patient/{world.Person.Space}/$summary");
        var absent = await stranger.GetAsync($"/fhir/Patient/{Guid.NewGuid():N}/$summary");
        Assert.Equal((HttpStatusCode.NotFound, absent.Telling), (closed.Status, closed.Telling));
    }

    [Fact]
    public async Task The_summary_is_in_the_history_of_its_holder()
    {
        var world = await platform.SomebodyAsync();
        (await platform.Visitors.Professional("gp").GetAsync($"/fhir/Patient/{world.Person.Space}/$summary")).Is(HttpStatusCode.OK);
        var history = await world.Me.GetAsync($"/fhir/AuditEvent?patient={world.Person.Space}");
        Assert.Contains(history.Entries, trace => trace.GetProperty("subtype")[0].GetProperty("code").GetString() == "operation");
    }

    [Fact]
    public async Task Everything_comes_to_its_holder_page_by_page_each_once()
    {
        var world = await platform.SomebodyAsync();
        string[] types = ["AllergyIntolerance", "Condition", "Immunization", "Procedure"];
        foreach (var type in types)
        {
            (await world.Me.PostAsync($"/fhir/{type}", Samples.Of(type, world.Person).ToJsonString())).Is(HttpStatusCode.Created);
        }

        await new Deposit(world.Person).ByAsync(platform.Visitors.Professional("lab-org"));
        var told = new List<JsonElement>();
        for (var next = $"/fhir/Patient/{world.Person.Space}/$everything?_count=2"; next is not null;)
        {
            var page = (await world.Me.GetAsync(next)).Is(HttpStatusCode.OK);
            Assert.InRange(page.Entries.Count(), 1, 2);
            Assert.Equal(6, page.Total);
            told.AddRange(page.Entries);
            next = page.Json.GetProperty("link").EnumerateArray().Where(link => link.GetProperty("relation").GetString() == "next")
                .Select(link => new Uri(link.GetProperty("url").GetString()!).PathAndQuery).SingleOrDefault();
        }

        Assert.Equal([.. types, "DocumentReference", "Patient"], told.Select(resource => resource.GetProperty("resourceType").GetString()).Order(StringComparer.Ordinal)
            .OrderBy(type => types.Contains(type) ? 0 : 1));
    }

    [Fact]
    public async Task A_page_of_everything_is_turned_by_nobody_else()
    {
        var world = await platform.SomebodyAsync();
        (await world.Me.PostAsync("/fhir/Condition", Samples.Of("Condition", world.Person).ToJsonString())).Is(HttpStatusCode.Created);
        var page = await world.Me.GetAsync($"/fhir/Patient/{world.Person.Space}/$everything?_count=1");
        var token = page.Json.GetProperty("link").EnumerateArray().Last().GetProperty("url").GetString()!.Split("_page=")[1];
        var other = await platform.SomebodyAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.Me.GetAsync($"/fhir/Patient/{world.Person.Space}/$everything?_page={token}")).Status);
        Assert.InRange((int)(await other.Me.GetAsync($"/fhir/Patient/{other.Person.Space}/$everything?_page={token}")).Status, 400, 410);
    }
}
