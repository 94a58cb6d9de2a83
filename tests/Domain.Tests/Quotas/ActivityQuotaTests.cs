using System.Globalization;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Quotas;

public class ActivityQuotaTests
{
    // Nobody is warned before the last but one step.
    private static readonly QuotaLimits Three = new(Alert: 100, StepUp: 100, Stop: 3, Night: 100, Refusals: 3, EmergencyAlert: 100, EmergencyStop: 2);
    private static readonly QuotaLimits Steps = new(Alert: 2, StepUp: 3, Stop: 4, Night: 100, Refusals: 3, EmergencyAlert: 1, EmergencyStop: 2);
    private static readonly QuotaEvent.Stopped Stopped = new(Moments.Now, Moments.Now.AddHours(1));

    [Fact]
    public void The_last_space_of_the_hour_is_let_in_and_the_next_stops_and_alerts() =>
        Touch(Full(), 3).ThenRefused(QuotaRefusals.Stopped, Stopped, Alert(AlertKind.Stopped, 3));

    [Fact]
    public void A_space_counts_once() => Touch(Full(), 2).Then();

    [Fact]
    public void A_refused_attempt_counts_for_no_space()
    {
        var quota = Full();
        Touch(quota, 3);
        Touch(quota, 0).Then();
        Touch(quota, 3, Moments.Now.AddHours(1)).Then();
    }

    [Fact]
    public void A_space_leaves_the_window_after_an_hour_to_the_tick()
    {
        Assert.False(Touch(Full(), 3, Moments.Now.AddHours(1) - Moments.Tick).Answer.Accepted);
        Touch(Full(), 3, Moments.Now.AddHours(1)).Then();
    }

    [Fact]
    public void Who_is_stopped_is_stopped_for_known_spaces_too_until_the_hour_is_over()
    {
        var quota = Full();
        quota.Apply(Stopped);
        Touch(quota, 0, Stopped.Until - Moments.Tick).ThenRefused(QuotaRefusals.Stopped);
        Touch(quota, 0, Stopped.Until).Then();
    }

    [Fact]
    public void What_matters_survives_a_restart()
    {
        var quota = new ActivityQuota();
        var alert = Alert(AlertKind.Stopped, 3);
        Take(quota, Stopped, alert);
        var restarted = new ActivityQuota();
        Take(restarted, [.. quota.Kept]);
        Touch(restarted, 0).ThenRefused(QuotaRefusals.Stopped);
        Assert.Equal([alert], restarted.Untold);
        restarted.Apply(new QuotaEvent.AlertTold(alert.Id));
        Assert.Empty(restarted.Untold);
    }

    [Fact]
    public void An_alert_goes_out_once_an_hour()
    {
        var quota = new ActivityQuota();
        Touch(quota, 0, limits: Steps).Then();
        Take(quota, [.. Touch(quota, 1, limits: Steps).Events]);
        Assert.Equal([Alert(AlertKind.ManySpaces, 2)], quota.Untold);
        Assert.Empty(Touch(quota, 1, limits: Steps).Events);

        var later = Moments.Now.AddHours(1);
        Touch(quota, 5, later, Steps).Then();
        Assert.Equal(AlertKind.ManySpaces, Assert.IsType<QuotaEvent.Alerted>(Assert.Single(Touch(quota, 6, later, Steps).Events)).Kind);
    }

    [Fact]
    public void After_the_step_each_new_space_asks_for_a_reason()
    {
        var quota = new ActivityQuota();
        for (var i = 0; i < 3; i++)
        {
            Touch(quota, i, limits: Steps);
        }

        Touch(quota, 3, limits: Steps).ThenRefused(QuotaRefusals.ReasonRequired);
        Touch(quota, 2, limits: Steps).Then();
        Assert.True(quota.Touch(Visit(3) with { Reasoned = true }, Steps, Now()).Answer.Accepted);
    }

    [Fact]
    public void Emergencies_have_a_quota_of_their_own()
    {
        var quota = new ActivityQuota();
        quota.Apply(Stopped);
        Emergency(quota, 0).Then(Alert(AlertKind.ManyEmergencies, 1));
        Emergency(quota, 1).Then(Alert(AlertKind.ManyEmergencies, 2));
        Emergency(quota, 2).ThenRefused(QuotaRefusals.EmergenciesStopped,
            new QuotaEvent.EmergenciesStopped(Moments.Now, Moments.Now.AddHours(1)), Alert(AlertKind.EmergenciesStopped, 2));

        quota = new ActivityQuota();
        quota.Apply(new QuotaEvent.EmergenciesStopped(Moments.Now, Moments.Now.AddHours(1)));
        Emergency(quota, 0).ThenRefused(QuotaRefusals.EmergenciesStopped);
        Touch(quota, 0).Then();
    }

    [Theory]
    [InlineData("2026-06-01T19:59:00Z", false)]
    [InlineData("2026-06-01T20:00:00Z", true)]
    [InlineData("2026-06-02T03:59:00Z", true)]
    [InlineData("2026-06-02T04:00:00Z", false)]
    public void At_night_in_Paris_fewer_spaces_are_many(string at, bool night)
    {
        var events = Touch(new ActivityQuota(), 0, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), Three with { Night = 1 }).Events;
        Assert.Equal(night ? [AlertKind.ManySpacesAtNight] : [], events.Cast<QuotaEvent.Alerted>().Select(alert => alert.Kind));
    }

    [Fact]
    public void Refusals_stop_who_only_tries()
    {
        var quota = new ActivityQuota();
        quota.Refused(Three, Now(1)).Then();
        quota.Refused(Three, Now(2)).Then();
        var third = quota.Refused(Three, Now(3));
        Assert.Equal([typeof(QuotaEvent.Stopped), typeof(QuotaEvent.Alerted)], third.Events.Select(happened => happened.GetType()));
        Take(quota, [.. third.Events]);
        Touch(quota, 0).ThenRefused(QuotaRefusals.Stopped);
        quota.Refused(Three, Now(4)).Then();
    }

    [Fact]
    public void A_thief_who_walks_through_ten_thousand_people_meets_no_more_than_the_quota_and_is_told_of_at_every_step()
    {
        var limits = QuotaTable.Load(Path.Combine(AppContext.BaseDirectory, "reference")).Of("10");
        var (quota, met, alerts) = (new ActivityQuota(), 0, new List<(AlertKind, int)>());
        for (var i = 0; i < 10_000; i++)
        {
            var decision = quota.Touch(Visit(i) with { Reasoned = true }, limits, Now(i, Moments.Now.AddMilliseconds(i * 300)));
            met += decision.Answer.Accepted ? 1 : 0;
            Take(quota, [.. decision.Events]);
            alerts.AddRange(decision.Events.OfType<QuotaEvent.Alerted>().Select(alert => (alert.Kind, alert.Count)));
        }

        // 3,000 seconds: one hour.
        Assert.Equal(300, met);
        Assert.Equal([(AlertKind.ManySpaces, 60), (AlertKind.ReasonsRequired, 150), (AlertKind.Stopped, 300)], alerts);
    }

    private static ActivityQuota Full()
    {
        var quota = new ActivityQuota();
        for (var i = 0; i < 3; i++)
        {
            Touch(quota, i).Then();
        }

        return quota;
    }

    private static Decision<QuotaEvent, Done> Touch(ActivityQuota quota, int space, DateTimeOffset? at = null, QuotaLimits? limits = null) =>
        quota.Touch(Visit(space), limits ?? Three, Now(0, at));

    private static Decision<QuotaEvent, Done> Emergency(ActivityQuota quota, int space) =>
        quota.Touch(Visit(space) with { Mode = AccessMode.BreakGlass }, Steps, Now());

    private static void Take(ActivityQuota quota, params QuotaEvent[] events) => Array.ForEach(events, quota.Apply);

    private static QuotaEvent.Alerted Alert(AlertKind kind, int count) => new(Ids.Of(Now().CommandId, kind.ToString()), kind, count, Moments.Now);

    private static Act Now(int command = 0, DateTimeOffset? at = null) => Acts.By(People.Professional(), at, Ids.Of(Guid.Empty, $"{command}"));

    private static Visit Visit(int n) => new(SpaceId.Parse(n.ToString("x32", CultureInfo.InvariantCulture), null), "10", AccessMode.Normal, Reasoned: false);
}
