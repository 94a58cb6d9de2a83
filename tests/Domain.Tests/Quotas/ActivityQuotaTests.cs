using System.Globalization;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Quotas;

public class ActivityQuotaTests
{
    private static readonly QuotaEvent.Stopped Stopped = new(Moments.Now, Moments.Now.AddHours(1));

    [Fact]
    public void The_last_space_of_the_hour_is_let_in_and_the_next_stops()
    {
        var quota = Full(3);
        quota.Touch(Space(3), Moments.Now).ThenRefused(QuotaRefusals.Stopped, Stopped);
    }

    [Fact]
    public void A_space_counts_once() => Full(3).Touch(Space(2), Moments.Now).Then();

    [Fact]
    public void A_refused_attempt_counts_for_nothing()
    {
        var quota = Full(3);
        quota.Touch(Space(3), Moments.Now);
        quota.Touch(Space(0), Moments.Now).Then();
        quota.Touch(Space(3), Moments.Now.AddHours(1)).Then();
    }

    [Fact]
    public void A_space_leaves_the_window_after_an_hour_to_the_tick()
    {
        Assert.False(Full(3).Touch(Space(3), Moments.Now.AddHours(1) - Moments.Tick).Answer.Accepted);
        Full(3).Touch(Space(3), Moments.Now.AddHours(1)).Then();
    }

    [Fact]
    public void Who_is_stopped_is_stopped_for_known_spaces_too_until_the_hour_is_over()
    {
        var quota = Full(3);
        quota.Apply(Stopped);
        quota.Touch(Space(0), Stopped.Until - Moments.Tick).ThenRefused(QuotaRefusals.Stopped);
        quota.Touch(Space(0), Stopped.Until).Then();
    }

    [Fact]
    public void A_stop_survives_a_restart()
    {
        var restarted = new ActivityQuota(3);
        restarted.Apply(Stopped);
        restarted.Touch(Space(0), Moments.Now).ThenRefused(QuotaRefusals.Stopped);
    }

    [Fact]
    public void A_thief_who_walks_through_ten_thousand_people_meets_no_more_than_the_quota()
    {
        var quota = new ActivityQuota(ActivityQuota.Professionals);
        var met = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var decision = quota.Touch(Space(i), Moments.Now.AddMilliseconds(i * 300));
            met += decision.Answer.Accepted ? 1 : 0;
            foreach (var happened in decision.Events)
            {
                quota.Apply(happened);
            }
        }

        // 3,000 seconds: one hour.
        Assert.Equal(ActivityQuota.Professionals, met);
    }

    private static ActivityQuota Full(int spaces)
    {
        var quota = new ActivityQuota(spaces);
        for (var i = 0; i < spaces; i++)
        {
            quota.Touch(Space(i), Moments.Now).Then();
        }

        return quota;
    }

    private static SpaceId Space(int n) => SpaceId.Parse(n.ToString("x32", CultureInfo.InvariantCulture), null);
}
