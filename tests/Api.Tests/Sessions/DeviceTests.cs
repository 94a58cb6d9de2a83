using System.Net;
using System.Text.Json;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Sessions;

/// <summary>The devices that are signed in, and signing them out (security design, R12); on a platform whose clock can be put forward.</summary>
public sealed class DeviceTests(RunningPlatform platform) : IClassFixture<RunningPlatform>
{
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    // Security design, R12: over within five seconds.
    private static readonly TimeSpan Effective = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task The_list_names_browser_and_system_and_which_one_is_here()
    {
        var account = await platform.OpenAccountAsync();
        var elsewhere = await account.SignInAsync(("User-Agent", Browser));
        var here = platform.Visitors.Citizen(await account.SignInAsync());

        var devices = await DevicesAsync(here);

        Assert.Equal(["Firefox, Linux", "?"], devices.Select(device => device.GetProperty("device").GetString()));
        Assert.Equal([false, true], devices.Select(device => device.GetProperty("current").GetBoolean()));
        Assert.DoesNotContain(elsewhere, (await here.GetAsync("/api/v1/account/devices")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_device_is_out_within_five_seconds_and_the_others_stay_in()
    {
        var account = await platform.OpenAccountAsync();
        var elsewhere = platform.Visitors.Citizen(await account.SignInAsync());
        var here = platform.Visitors.Citizen(await account.SignInAsync());
        (await elsewhere.GetAsync("/api/v1/privacy")).Is(HttpStatusCode.OK);
        var id = (await DevicesAsync(here)).Single(device => !device.GetProperty("current").GetBoolean()).GetProperty("id").GetString();

        (await here.DeleteAsync($"/api/v1/account/devices/{id}")).Is(HttpStatusCode.NoContent);
        platform.Clock.Advance(Effective);

        await IsOverAsync(elsewhere);
        (await here.GetAsync("/api/v1/privacy")).Is(HttpStatusCode.OK);
        (await here.DeleteAsync($"/api/v1/account/devices/{id}")).IsRefused(HttpStatusCode.NotFound, "device-unknown", fhir: false);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_or_every_other_one()
    {
        var account = await platform.OpenAccountAsync();
        var first = platform.Visitors.Citizen(await account.SignInAsync());
        var second = platform.Visitors.Citizen(await account.SignInAsync());

        (await second.DeleteAsync("/api/v1/account/devices?keep=current")).Is(HttpStatusCode.NoContent);
        platform.Clock.Advance(Effective);
        await IsOverAsync(first);
        (await second.GetAsync("/api/v1/privacy")).Is(HttpStatusCode.OK);

        (await second.DeleteAsync("/api/v1/account/devices")).Is(HttpStatusCode.NoContent);
        platform.Clock.Advance(Effective);
        await IsOverAsync(second);
    }

    [Fact]
    public async Task Nobody_revokes_the_device_of_somebody_else()
    {
        var (mine, theirs) = (await platform.OpenAccountAsync(), await platform.OpenAccountAsync());
        var they = platform.Visitors.Citizen(await theirs.SignInAsync());
        var id = (await DevicesAsync(they)).Single().GetProperty("id").GetString();

        (await platform.Visitors.Citizen(await mine.SignInAsync()).DeleteAsync($"/api/v1/account/devices/{id}"))
            .IsRefused(HttpStatusCode.NotFound, "device-unknown", fhir: false);
        platform.Clock.Advance(Effective);
        (await they.GetAsync("/api/v1/privacy")).Is(HttpStatusCode.OK);
    }

    private static async Task<List<JsonElement>> DevicesAsync(Visitor me) =>
        [.. (await me.GetAsync("/api/v1/account/devices")).Is(HttpStatusCode.OK).Json.GetProperty("devices").EnumerateArray()];

    private static async Task IsOverAsync(Visitor me) =>
        (await me.GetAsync("/api/v1/privacy")).IsRefused(HttpStatusCode.Unauthorized, "not-authenticated", fhir: false);
}
