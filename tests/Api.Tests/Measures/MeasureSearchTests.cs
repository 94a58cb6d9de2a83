using System.Net;
using System.Text.Json;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Api.Tests.Resources;

namespace MonEspaceSante.Api.Tests.Measures;

/// <summary>Measures as the MES API asks for them, and what R4 adds beside.</summary>
[Collection(OnePlatform.Name)]
public sealed class MeasureSearchTests(RunningPlatform platform)
{
    private const string March = "date=ge2026-03-01&date=le2026-03-31";

    [Fact]
    public async Task All_of_a_time_come_page_by_page_the_latest_first()
    {
        var world = await platform.SomebodyAsync();
        await WeighAsync(world, 1, 2, 3, 4, 5);

        var first = (await world.Me.GetAsync(Mes(world, $"code=29463-7&{March}&_count=2"))).Is(HttpStatusCode.OK);
        var second = (await world.Me.GetAsync(Link(first, "next")!)).Is(HttpStatusCode.OK);
        var third = (await world.Me.GetAsync(Link(second, "next")!)).Is(HttpStatusCode.OK);

        Assert.Equal([5, 5, 5], new[] { first, second, third }.Select(page => page.Total));
        Assert.Equal([75, 74, 73, 72, 71], new[] { first, second, third }.SelectMany(page => page.Entries).Select(Value));
        Assert.Null(Link(first, "previous"));
        Assert.Null(Link(third, "next"));
        Assert.Equal(first.Entries.Select(Value), (await world.Me.GetAsync(Link(second, "previous")!)).Entries.Select(Value));
    }

    [Fact]
    public async Task The_last_one_is_one()
    {
        var world = await platform.SomebodyAsync();
        await WeighAsync(world, 1, 3, 2);
        var last = (await world.Me.GetAsync(Mes(world, "code=http://loinc.org%7C29463-7&_sort=-date&_count=1"))).Is(HttpStatusCode.OK);
        Assert.Equal((1, 73), (last.Total, Value(last.Entries.Single())));
    }

    [Theory]
    [InlineData("date=ge2026-03-01&date=le2026-03-31", "measure-query-code-not-one")]
    [InlineData("code=29463-7,8302-2&date=ge2026-03-01&date=le2026-03-31", "measure-query-code-not-one")]
    [InlineData("code=29463-7", "measure-query-bounds-missing")]
    [InlineData("code=29463-7&date=ge2026-03-01", "measure-query-bounds-missing")]
    [InlineData("code=29463-7&date=ge2026-03-01&date=le2026-03-31&_count=101", "measure-query-page-invalid")]
    [InlineData("code=29463-7&date=ge2026-03-01&date=le2026-03-31&_offset=-1", "measure-query-page-invalid")]
    [InlineData("code=29463-7&date=ge2026-03-01&_sort=-date&_count=1", "measure-query-modes-mixed")]
    [InlineData("code=29463-7&_sort=-date", "measure-query-modes-mixed")]
    [InlineData("code=29463-7&_sort=-date&_count=1&_include=Observation:subject", "measure-query-include-unsupported")]
    [InlineData("code=29463-7&_sort=-date&_count=1&performer=x", "parameter-unknown")]
    public async Task A_search_that_is_not_one_of_MES_is_refused(string parameters, string code)
    {
        var world = await platform.SomebodyAsync();
        (await world.Me.GetAsync(Mes(world, parameters))).IsRefused(HttpStatusCode.BadRequest, code, fhir: true);
    }

    [Fact]
    public async Task The_latest_of_each_kind()
    {
        var world = await platform.SomebodyAsync();
        await WeighAsync(world, 1, 2, 3);
        await MeasureHeightAsync(world);

        var last = (await world.Me.GetAsync($"/fhir/Observation/$lastn?patient={world.Person.Space}&category=vital-signs")).Is(HttpStatusCode.OK);
        var two = (await world.Me.GetAsync($"/fhir/Observation/$lastn?patient={world.Person.Space}&category=vital-signs&max=2")).Is(HttpStatusCode.OK);

        Assert.Equal([73, 170], last.Entries.Select(Value));
        Assert.Equal([73, 72, 170], two.Entries.Select(Value));
        (await world.Me.GetAsync($"/fhir/Observation/$lastn?patient={world.Person.Space}&max=0")).IsRefused(HttpStatusCode.BadRequest, "parameter-invalid", fhir: true);
    }

    [Fact]
    public async Task The_body_mass_index_is_computed_for_who_asks_and_written_by_nobody()
    {
        var world = await platform.SomebodyAsync();
        var ask = world.Search("Observation", "code=39156-5");
        Assert.Equal(0, (await world.Me.GetAsync(ask)).Total);

        await WeighAsync(world, 1, 2);
        await MeasureHeightAsync(world);

        Assert.Equal(24.9m, Value((await world.Me.GetAsync(ask)).Is(HttpStatusCode.OK).Entries.Single()));
        Assert.Equal(24.9m, Value((await world.Me.GetAsync(Mes(world, "code=39156-5&_sort=-date&_count=1"))).Is(HttpStatusCode.OK).Entries.Single()));
        Assert.Equal(1, (await world.Me.GetAsync(ask + "&date=ge2026-03-02")).Total);
        Assert.Equal(0, (await world.Me.GetAsync(ask + "&date=lt2026-03-01")).Total);
        Assert.Empty((await world.Me.GetAsync(ask + "&_count=0")).Entries);
        (await world.Me.PostAsync("/fhir/Observation", new Measure(world.Person) { Code = "39156-5" }.Json))
            .IsRefused(HttpStatusCode.UnprocessableEntity, "measure-computed", fhir: true);
    }

    [Fact]
    public async Task A_curve_sums_up_each_month()
    {
        var world = await platform.SomebodyAsync();
        await WeighAsync(world, 1, 2, 6);

        var curve = (await world.Me.GetAsync("/api/v1/measures/body-weight/statistics?by=month&from=2026-03-02")).Is(HttpStatusCode.OK).Json.GetProperty("curves")[0];

        var point = curve.GetProperty("points").EnumerateArray().Single();
        Assert.Equal("kg", curve.GetProperty("unit").GetString());
        Assert.Equal(("2026-03-01", 72m, 76m, 74m, 2, 76m), (
            point.GetProperty("from").GetString(), Number(point, "minimum"), Number(point, "maximum"), Number(point, "mean"), (int)Number(point, "count"), Number(point, "last")));
        (await world.Me.GetAsync("/api/v1/measures/body-mass-index/statistics")).IsRefused(HttpStatusCode.NotFound, "measure-kind-unknown", fhir: false);
        (await world.Me.GetAsync("/api/v1/measures/body-weight/statistics?by=7")).IsRefused(HttpStatusCode.BadRequest, "request-malformed", fhir: false);
    }

    private static async Task WeighAsync(Somebody world, params int[] days)
    {
        foreach (var day in days)
        {
            await new Measure(world.Person) { At = $"2026-03-{day:00}T08:00:00+01:00", Value = $"{70 + day}" }.ByAsync(world.Me);
        }
    }

    private static async Task MeasureHeightAsync(Somebody world) => (await world.Me.PostAsync(
        "/fhir/Observation",
        new Measure(world.Person) { Code = "8302-2", Value = "170", At = "2026-01-01T08:00:00+01:00" }.Json.Replace("\"kg\"", "\"cm\"", StringComparison.Ordinal))).Is(HttpStatusCode.Created);

    private static string Mes(Somebody world, string parameters) => $"/fhir/Observation?subject.identifier={world.Person.Token}&{parameters}";

    private static decimal Value(JsonElement observation) => Number(observation.GetProperty("valueQuantity"), "value");

    private static decimal Number(JsonElement element, string name) => element.GetProperty(name).GetDecimal();

    private static string? Link(Answer page, string relation) => page.Json.GetProperty("link").EnumerateArray()
        .Where(link => link.GetProperty("relation").GetString() == relation).Select(link => new Uri(link.GetProperty("url").GetString()!).PathAndQuery).SingleOrDefault();
}
