using System.Net;
using System.Text;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Resources;

/// <summary>The pages of a search.</summary>
[Collection(OnePlatform.Name)]
public sealed class PageTests(RunningPlatform platform)
{
    [Theory]
    [InlineData("")]
    [InlineData("&_sort=-date")]
    [InlineData("&_sort=value-quantity,-date")]
    public async Task A_set_of_pages_misses_and_repeats_nothing_while_writes_go_on(string sort)
    {
        var world = await platform.SomebodyAsync();
        var expected = new List<string>();
        for (var number = 0; number < 11; number++)
        {
            expected.Add(await new Measure(world.Person) { Value = $"{60 + (number % 3)}", At = $"2026-01-{1 + number:00}" }.ByAsync(world.Me));
        }

        var seen = new List<string>();
        for (var address = world.Search("Observation", "_count=3" + sort); address is not null;)
        {
            var page = (await world.Me.GetAsync(address)).Is(HttpStatusCode.OK);
            Assert.Equal(11, page.Total);
            seen.AddRange(page.Entries.Select(entry => entry.GetProperty("id").GetString()!));
            address = Next(page);

            // One comes, and one that was told already changes.
            await new Measure(world.Person) { Value = "61", At = "2026-01-05" }.ByAsync(world.Me);
            var told = new Measure(world.Person) { Value = "99", At = "2020-01-01" }.ToNode();
            told["id"] = seen[^1];
            (await world.Me.SendAsync(HttpMethod.Put, $"/fhir/Observation/{seen[^1]}", Visitor.Json("/fhir", told.ToJsonString()))).Is(HttpStatusCode.OK);
        }

        Assert.Equal(expected.Order(), seen.Order());
    }

    [Fact]
    public async Task A_link_to_a_page_tells_nothing_and_serves_nobody_else()
    {
        var world = await platform.SomebodyAsync();
        var (_, other) = await platform.SomebodyAsync();
        await new Measure(world.Person).ByAsync(world.Me);
        await new Measure(world.Person).ByAsync(world.Me);
        var next = Next((await world.Me.GetAsync($"/fhir/Observation?patient.identifier={world.Person.Token}&code=29463-7&_count=1&_pretty=true")).Is(HttpStatusCode.OK))!;

        Assert.DoesNotContain(world.Person.Matricule, next, StringComparison.Ordinal);
        Assert.DoesNotContain("29463", next, StringComparison.Ordinal);
        (await other.GetAsync(next)).IsRefused(HttpStatusCode.BadRequest, "page-unknown", fhir: true);
        (await world.Me.GetAsync(next.Replace("/Observation?", "/Condition?", StringComparison.Ordinal))).IsRefused(HttpStatusCode.BadRequest, "page-unknown", fhir: true);
        (await world.Me.GetAsync(next + "&code=1")).IsRefused(HttpStatusCode.BadRequest, "parameter-unknown", fhir: true);
        var token = next.IndexOf("_page=", StringComparison.Ordinal) + "_page=".Length;
        for (var place = token; place < token + 80; place += 7)
        {
            var changed = new StringBuilder(next);
            changed[place] = changed[place] == 'A' ? 'B' : 'A';
            (await world.Me.GetAsync(changed.ToString())).IsRefused(HttpStatusCode.BadRequest, "page-unknown", fhir: true);
        }

        Assert.Single((await world.Me.GetAsync(next)).Is(HttpStatusCode.OK).Entries);
        Assert.Contains('\n', (await world.Me.GetAsync(next)).Text);
    }

    [Fact]
    public async Task Only_a_number_is_told_where_only_a_number_is_asked_for()
    {
        var world = await platform.SomebodyAsync();
        await new Measure(world.Person).ByAsync(world.Me);
        foreach (var parameters in new[] { "_summary=count", "_count=0" })
        {
            var answer = (await world.Me.GetAsync(world.Search("Observation", parameters))).Is(HttpStatusCode.OK);
            Assert.Equal(1, answer.Total);
            Assert.Empty(answer.Entries);
            Assert.Null(Next(answer));
        }
    }

    private static string? Next(Answer answer) => answer.Json.GetProperty("link").EnumerateArray()
        .Where(link => link.GetProperty("relation").GetString() == "next").Select(link => new Uri(link.GetProperty("url").GetString()!).PathAndQuery).SingleOrDefault();
}
