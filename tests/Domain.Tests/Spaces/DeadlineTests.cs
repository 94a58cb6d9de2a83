using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Spaces;

/// <summary>Every transition of a life happens at its deadline: not one tick before, nor one after.</summary>
public class DeadlineTests
{
    /// <summary>When a space is closed, and the first moment (in UTC) after its ten years.</summary>
    public static TheoryData<string, string, string> Archives => new()
    {
        { "2026-06-01T10:30:00Z", "2036-06-01T22:00:00Z", "an ordinary day, in summer time" },
        { "2026-06-01T22:30:00Z", "2036-06-02T22:00:00Z", "already the next day in Paris" },
        { "2026-01-05T09:00:00Z", "2036-01-05T23:00:00Z", "in winter time" },
        { "2028-02-29T12:00:00Z", "2038-02-28T23:00:00Z", "a day that the tenth year has not: its month's last (code de procédure civile, art. 641)" },
        { "2028-02-28T12:00:00Z", "2038-02-28T23:00:00Z", "the day before ends on the same day" },
        { "2026-03-29T00:59:59Z", "2036-03-29T23:00:00Z", "a second before clocks go forward; ten years later they go on the 30th" },
        { "2026-10-25T00:30:00Z", "2036-10-25T22:00:00Z", "half past two, the first time; ten years later clocks change on the 26th" },
        { "2026-10-25T01:30:00Z", "2036-10-25T22:00:00Z", "half past two, the second time" },
    };

    /// <summary>When a deletion is asked for, and the first moment (in UTC) after its thirty days.</summary>
    public static TheoryData<string, string, string> Deletions => new()
    {
        { "2026-06-01T10:30:00Z", "2026-07-01T22:00:00Z", "an ordinary month" },
        { "2026-03-01T10:30:00Z", "2026-03-31T22:00:00Z", "clocks go forward in between" },
        { "2026-10-01T10:30:00Z", "2026-10-31T23:00:00Z", "clocks go back in between" },
        { "2028-01-31T10:30:00Z", "2028-03-01T23:00:00Z", "over a leap day" },
        { "2026-12-15T23:30:00Z", "2027-01-15T23:00:00Z", "already the next day in Paris" },
    };

    [Theory]
    [MemberData(nameof(Archives))]
    public void An_archive_lasts_ten_years_and_their_last_day(string closed, string erased, string why)
    {
        var space = Given([.. Events.Activated(), Events.Closed(Moment(closed))]);
        Turns(space, Moment(erased), SpaceStatus.Closed, SpaceStatus.Erased, why);
        Assert.Equal(Moment(erased), Assert.Single(CloseSpace.Decide(Given(Events.Activated()), new(), Acts.Holder(Moment(closed))).Due).At);
    }

    [Theory]
    [MemberData(nameof(Deletions))]
    public void A_deletion_can_be_cancelled_for_thirty_days(string asked, string erased, string why)
    {
        var space = Given([.. Events.Activated(), Events.Closed(Moment(asked)), new SpaceEvent.DeletionAsked(Moment(asked))]);
        Turns(space, Moment(erased), SpaceStatus.InDeletion, SpaceStatus.Erased, why);
        CancelDeletion.Decide(space, new(), Acts.Holder(Moment(erased) - Moments.Tick)).Then(new SpaceEvent.DeletionCancelled(Moment(erased) - Moments.Tick));
        ReopenSpace.Decide(space, new(), Acts.Holder(Moment(erased) - Moments.Tick)).Then(new SpaceEvent.Reopened(Moment(erased) - Moments.Tick));
        CancelDeletion.Decide(space, new(), Acts.Holder(Moment(erased))).ThenRefused(SpaceRefusals.IsErased);
        ReopenSpace.Decide(space, new(), Acts.Holder(Moment(erased))).ThenRefused(SpaceRefusals.IsErased);
        var due = AskDeletion.Decide(Given([.. Events.Activated(), Events.Closed(Moment(asked))]), new(), Acts.Holder(Moment(asked))).Due;
        Assert.Equal((DueKind.SpaceErases, Moment(erased)), (Assert.Single(due).Kind, due[0].At));
    }

    [Theory]
    [MemberData(nameof(Deletions))]
    public void A_deletion_is_over_within_the_three_months_of_the_law_with_the_backups_of_the_keys(string asked, string erased, string why)
    {
        var backupsGone = Moment(erased) + EraseSpace.Farewell + TimeSpan.FromDays(35);
        Assert.True(backupsGone < Moment(asked).AddMonths(3), why);
    }

    [Theory]
    [InlineData("2026-02-20T12:00:00Z", "clocks go forward in between")]
    [InlineData("2026-10-01T12:00:00Z", "clocks go back in between")]
    [InlineData("2028-02-29T12:00:00Z", "from a leap day")]
    public void Silence_closes_a_suspended_space_after_six_weeks_of_elapsed_time(string suspended, string why)
    {
        var silence = Moment(suspended).AddDays(42);
        var space = Given([.. Events.Activated(), Events.Suspended(Moment(suspended))]);
        Turns(space, silence, SpaceStatus.Suspended, SpaceStatus.Closed, why);
        ObjectToSuspension.Decide(space, new(), Acts.Holder(silence - Moments.Tick)).Then(new SpaceEvent.SuspensionObjected(silence - Moments.Tick));
        ObjectToSuspension.Decide(space, new(), Acts.Holder(silence)).ThenRefused(SpaceRefusals.NotSuspended);
        var command = SuspendSpace.Decide(Given(Events.Activated()), new(SuspensionGround.Fraud), Acts.By(People.Platform(), Moment(suspended)));
        Assert.Equal(silence, Assert.Single(command.Due).At);
    }

    [Fact]
    public void The_old_record_of_an_opposed_person_is_shown_until_the_transition_ends()
    {
        var old = Papers.Sheet("old") with { DepositedAt = Moments.Informed - Moments.Tick };
        var space = Given([Events.Recorded, Events.Deposited(old), Events.Opposed]);
        var end = space.OpposedAt!.Value + SpaceEnding.OldRecordTransition;
        Assert.True(space.ShowsOldRecordAt(end - Moments.Tick));
        Assert.False(space.ShowsOldRecordAt(end));
        Assert.False(Given([Events.Recorded, Events.Deposited(old with { DepositedAt = Moments.Informed }), Events.Opposed]).ShowsOldRecordAt(end - Moments.Tick));
        Assert.Equal(AccessReason.OldRecord, AccessRules.Enter(
            space, People.Professional(1), AccessContext.Ordinary, end - Moments.Tick).Reason);
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void Turns(Space space, DateTimeOffset at, SpaceStatus before, SpaceStatus from, string why)
    {
        Assert.True(before == space.StatusAt(at - Moments.Tick), why);
        Assert.True(from == space.StatusAt(at), why);
        Assert.True(from == space.StatusAt(at + Moments.Tick), why);
    }
}
