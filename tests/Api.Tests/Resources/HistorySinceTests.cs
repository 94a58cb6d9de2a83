using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Resources;

/// <summary>The history of a resource from a moment on (<c>_since</c>).</summary>
[Collection(OnePlatform.Name)]
public sealed class HistorySinceTests(RunningPlatform platform)
{
    [Fact]
    public async Task Only_what_became_of_it_since_is_told()
    {
        var world = await platform.SomebodyAsync();
        var id = await new Measure(world.Person).ByAsync(world.Me);
        var changed = new Measure(world.Person) { Value = "71" }.ToNode();
        changed["id"] = id;
        (await world.Me.PutAsync($"/fhir/Observation/{id}", changed.ToJsonString())).Is(HttpStatusCode.OK);

        var all = (await world.Me.GetAsync($"/fhir/Observation/{id}/_history")).Is(HttpStatusCode.OK);
        var second = Uri.EscapeDataString(all.Json.GetProperty("entry")[0].GetProperty("response").GetProperty("lastModified").GetString()!);
        var since = (await world.Me.GetAsync($"/fhir/Observation/{id}/_history?_since={second}")).Is(HttpStatusCode.OK);

        Assert.Equal((2, 1), (all.Total, since.Total));
        Assert.Equal("2", Assert.Single(since.Entries).GetProperty("meta").GetProperty("versionId").GetString());
        Assert.Equal(0, (await world.Me.GetAsync($"/fhir/Observation/{id}/_history?_since=2999-01-01T00:00:00Z")).Is(HttpStatusCode.OK).Total);
    }

    [Fact]
    public async Task A_moment_is_an_instant()
    {
        var world = await platform.SomebodyAsync();
        var id = await new Measure(world.Person).ByAsync(world.Me);
        (await world.Me.GetAsync($"/fhir/Observation/{id}/_history?_since=2026")).IsRefused(HttpStatusCode.BadRequest, "parameter-invalid", fhir: true);
    }
}
