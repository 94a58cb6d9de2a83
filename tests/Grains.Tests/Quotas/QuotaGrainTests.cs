using System.Globalization;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Alerts;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Quotas;
using MonEspaceSante.Grains.Tests.World;

namespace MonEspaceSante.Grains.Tests.Quotas;

/// <summary>A stolen identity is stopped, stays stopped, and is told of.</summary>
public sealed class QuotaGrainTests : IAsyncLifetime
{
    private const string Thief = "00112233445566778899aabbccddeeff";

    private readonly Stores _stores = new();
    private RunningGrains _grains = null!;

    public async Task InitializeAsync() => _grains = await RunningGrains.StartAsync(_stores);

    public async Task DisposeAsync() => await _grains.DisposeAsync();

    [Fact]
    public async Task A_thief_who_walks_through_ten_thousand_people_is_stopped_at_the_quota_and_told_of_at_once()
    {
        var met = 0;
        for (var i = 0; i < 10_000; i++)
        {
            met += await TouchAsync(i) ? 1 : 0;
            if (i == 60)
            {
                // No clock has moved: the alert of the sixtieth space stands before the sixty-first is asked for.
                Assert.Equal([(AlertKind.ManySpaces, 60)], await AlertsAsync());
            }
        }

        Assert.Equal(300, met);
        Assert.Equal([(AlertKind.Stopped, 300), (AlertKind.ReasonsRequired, 150), (AlertKind.ManySpaces, 60)], await AlertsAsync());
    }

    [Fact]
    public async Task A_stop_outlives_a_restart_and_ends_after_an_hour()
    {
        for (var i = 0; i <= 300; i++)
        {
            await TouchAsync(i);
        }

        await _grains.DisposeAsync();
        _grains = await RunningGrains.StartAsync(_stores);
        Assert.False(await TouchAsync(0));
        _stores.Clock.Pass(ActivityQuota.Window);
        Assert.True(await TouchAsync(0));
    }

    [Fact]
    public async Task An_alert_whose_telling_failed_is_told_when_storage_is_back()
    {
        for (var i = 0; i < 60; i++)
        {
            // The sixtieth makes the alert; the journal of alerts is out of reach, those of others are not.
            _stores.Blobs.Fails = i == 59 ? Storage.Journals.JournalId.Of("security-alerts", ISecurityAlertsGrain.Key).ToString() : null;
            Assert.True(await TouchAsync(i));
        }

        _stores.Blobs.Fails = null;
        Assert.True(await TouchAsync(60));
        Assert.Equal([(AlertKind.ManySpaces, 60)], await AlertsAsync());
    }

    [Fact]
    public async Task The_watch_reads_alerts_and_raises_none()
    {
        using var acting = CallerContext.Become(Fictive.Watcher);
        var alerts = _grains.Factory.GetGrain<ISecurityAlertsGrain>(ISecurityAlertsGrain.Key);
        Assert.True((await alerts.Read()).Accepted);
        Assert.Equal(AlertRefusals.OnlyThePlatform, (await alerts.Raise(new(Guid.NewGuid(), AlertKind.Stopped, "professional", Thief, 1, default))).Refusal);
    }

    [Fact]
    public async Task Nobody_else_raises_or_reads_alerts_not_even_an_agent_of_support()
    {
        var alerts = _grains.Factory.GetGrain<ISecurityAlertsGrain>(ISecurityAlertsGrain.Key);
        using (CallerContext.Become(Fictive.Agent))
        {
            Assert.Equal(AlertRefusals.OnlyThePlatform, (await alerts.Read()).Refusal);
        }

        using var acting = CallerContext.Become(Fictive.Doctor);
        Assert.Equal(AlertRefusals.OnlyThePlatform, (await alerts.Read()).Refusal);
        Assert.Equal(AlertRefusals.OnlyThePlatform, (await alerts.Raise(new(Guid.NewGuid(), AlertKind.Stopped, "professional", Thief, 1, default))).Refusal);
    }

    private async Task<bool> TouchAsync(int space)
    {
        using var acting = CallerContext.Become(Fictive.Doctor);
        var visit = new Visit(SpaceId.Parse(space.ToString("x32", CultureInfo.InvariantCulture), null), "10", AccessMode.Normal, Reasoned: true);
        return (await _grains.Factory.GetGrain<IProfessionalGrain>(Thief).Touch(visit)).Accepted;
    }

    // By day: at night twenty are many.
    private async Task<IEnumerable<(AlertKind, int)>> AlertsAsync()
    {
        using var acting = CallerContext.Become(new Caller.Platform("support"));
        var read = await _grains.Factory.GetGrain<ISecurityAlertsGrain>(ISecurityAlertsGrain.Key).Read();
        return read.Value!.Alerts.Where(alert => alert.Kind is not AlertKind.ManySpacesAtNight).Select(alert => (alert.Kind, alert.Count));
    }
}
