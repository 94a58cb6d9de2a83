using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Spaces;

/// <summary>Deletion, reopening, suspension and erasure of a space.</summary>
public class EndingTests
{
    private static readonly Act Platform = Acts.By(People.Platform());

    private static SpaceEvent[] InDeletion => [.. Events.Activated(), Events.Closed(), new SpaceEvent.DeletionAsked(Moments.Now)];

    [Fact]
    public void Closing_with_deletion_is_both_at_once_and_told_once()
    {
        var closing = CloseSpace.Decide(Given(Events.Activated()), new(Deleting: true), Acts.Holder());
        closing.Then(Events.Closed(), new SpaceEvent.DeletionAsked(Moments.Now));
        Assert.Equal(NoticeKind.DeletionAsked, Assert.Single(closing.Notices).Kind);
        Assert.Equal(2, closing.Due.DistinctBy(item => item.Id).Count());
    }

    [Fact]
    public void What_is_closed_is_deleted_when_asked_and_a_second_closing_asks_too()
    {
        var closed = Given([.. Events.Activated(), Events.Closed()]);
        AskDeletion.Decide(closed, new(), Acts.Holder()).Then(new SpaceEvent.DeletionAsked(Moments.Now));
        CloseSpace.Decide(closed, new(Deleting: true), Acts.Holder()).Then(new SpaceEvent.DeletionAsked(Moments.Now));
        AskDeletion.Decide(Given(Events.Activated()), new(), Acts.Holder()).ThenRefused(SpaceRefusals.NotClosed);
    }

    [Fact]
    public void A_cancelled_deletion_leaves_the_archive_its_ten_years()
    {
        var space = Given([.. InDeletion, new SpaceEvent.DeletionCancelled(Moments.Now.AddDays(3))]);
        Assert.Equal(SpaceStatus.Closed, space.StatusAt(Moments.Now.AddYears(9)));
        Assert.Equal(LegalTerm.AfterYears(Moments.Now, 10), space.ErasedFrom(Moments.Now));
    }

    [Fact]
    public void What_was_archived_comes_back_with_the_space()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet()), Events.Closed(), new SpaceEvent.DeletionAsked(Moments.Now)]);
        space.Take(ReopenSpace.Decide(space, new(), Acts.Holder()).Events);
        Assert.Equal(SpaceStatus.Activated, space.StatusAt(Moments.Now.AddYears(20)));
        Assert.Single(space.Documents);
        ReopenSpace.Decide(Given(Events.Recorded, Events.Opposed), new(), Acts.Holder()).ThenRefused(SpaceRefusals.NotClosed);
    }

    [Fact]
    public void Who_activates_a_closed_space_anew_finds_its_archive_but_never_one_in_deletion_or_erased()
    {
        var command = new ActivateSpace(People.Sheet, PrivacyChoices.Unexpressed);
        ActivateSpace.Decide(Given([.. Events.Activated(), Events.Closed()]), command, Acts.Holder())
            .Then(new SpaceEvent.Reopened(Moments.Now), new SpaceEvent.Activated(Moments.Now, PrivacyChoices.Unexpressed));
        ActivateSpace.Decide(Given(InDeletion), command, Acts.Holder()).ThenRefused(SpaceRefusals.IsInDeletion);
        ActivateSpace.Decide(Given(InDeletion), command, Acts.Holder(Moments.Now.AddDays(40))).ThenRefused(SpaceRefusals.IsErased);
        ActivateSpace.Decide(Given([.. Events.Activated(), Events.Suspended()]), command, Acts.Holder()).ThenRefused(SpaceRefusals.IsSuspended);
        ActivateSpace.Decide(Given([.. Events.Activated(), new SpaceEvent.HolderDied(Moments.Now)]), command, Acts.Holder()).ThenRefused(SpaceRefusals.IsClosed);
    }

    [Fact]
    public void Who_objects_to_a_suspension_keeps_the_space_which_the_insurer_then_gives_back()
    {
        var space = Given([.. Events.Activated(), Events.Suspended(), new SpaceEvent.SuspensionObjected(Moments.Now)]);
        Assert.Equal(SpaceStatus.Suspended, space.StatusAt(Moments.Now.AddYears(1)));
        EndSuspension.Decide(space, new(), Acts.By(People.Platform(), Moments.Now.AddYears(1))).Then();
        space.Take(LiftSuspension.Decide(space, new(), Platform).Events);
        Assert.Equal(SpaceStatus.Activated, space.StatusAt(Moments.Now));
    }

    [Theory]
    [InlineData(SuspensionGround.Fraud, ClosingMotive.Fraud)]
    [InlineData(SuspensionGround.Malfunction, ClosingMotive.Malfunction)]
    public void Silence_closes_at_its_time_however_late_somebody_notices(SuspensionGround ground, ClosingMotive motive)
    {
        var space = Given([.. Events.Activated(), new SpaceEvent.Suspended(Moments.Now, ground)]);
        var silence = Moments.Now + SpaceEnding.SuspensionWindow;
        var noticed = EndSuspension.Decide(space, new(), Acts.By(People.Platform(), silence.AddDays(3)));
        noticed.Then(new SpaceEvent.Closed(silence, motive));
        Assert.Equal(NoticeKind.SpaceClosed, Assert.Single(noticed.Notices).Kind);
        Assert.Equal(LegalTerm.AfterYears(silence, 10), Assert.Single(noticed.Due).At);
    }

    [Fact]
    public void A_deletion_asked_for_before_somebody_noticed_the_silence_is_not_forgotten()
    {
        var space = Given([.. Events.Activated(), Events.Suspended(Moments.Now.AddDays(-43)), new SpaceEvent.DeletionAsked(Moments.Now)]);
        Assert.Equal(SpaceStatus.InDeletion, space.StatusAt(Moments.Now));
        space.Take(EndSuspension.Decide(space, new(), Platform).Events);
        Assert.Equal(SpaceStatus.InDeletion, space.StatusAt(Moments.Now));
    }

    [Fact]
    public void The_dead_are_archived_from_the_day_that_first_closed_their_space()
    {
        var died = new SpaceEvent.HolderDied(Moments.Now.AddDays(5));
        Assert.Equal(new(Moments.Now, ClosingMotive.HolderRequest), Given([.. Events.Activated(), Events.Closed(), died]).ClosureAt(died.At));
        Assert.Equal(new(died.At, ClosingMotive.Death), Given([.. Events.Activated(), died]).ClosureAt(died.At));
        Assert.Equal(
            new(died.At, ClosingMotive.Death), Given([.. Events.Activated(), Events.Suspended(Moments.Now), died]).ClosureAt(Moments.Now.AddYears(1)));
    }

    [Fact]
    public void Erasure_comes_at_its_time_is_told_and_leaves_the_history_its_own()
    {
        var at = SpaceEnding.DeletedAfter(Moments.Now);
        EraseSpace.Decide(Given(InDeletion), new(), Acts.By(People.Platform(), at - Moments.Tick)).Then();
        var erasing = EraseSpace.Decide(Given(InDeletion), new(), Acts.By(People.Platform(), at));
        var number = SpaceLife.Of(Given(InDeletion), Acts.Holder()).Value!.Receipts[1].Number;
        erasing.Then(new SpaceEvent.Erased(at, ErasureGround.Deletion, LegalTerm.AfterYears(Moments.Now, 10), number));
        Assert.Equal(NoticeKind.SpaceErased, Assert.Single(erasing.Notices).Kind);
        Assert.Equal((DueKind.ErasureToCarryOut, at + EraseSpace.Farewell), (Assert.Single(erasing.Due).Kind, erasing.Due[0].At));
        var dead = Given([.. InDeletion, new SpaceEvent.HolderDied(Moments.Now)]);
        Assert.Empty(EraseSpace.Decide(dead, new(), Acts.By(People.Platform(), at)).Notices);
    }

    [Fact]
    public void The_history_goes_at_its_term_once_the_rest_has_gone()
    {
        var term = Moments.Now.AddYears(9);
        var space = Given([new SpaceEvent.Erased(Moments.Now, ErasureGround.Deletion, term, "0123456789ABCDEF")]);
        EndHistory.Decide(space, new(), Acts.By(People.Platform(), term)).Then();
        var certified = CertifyErasure.Decide(space, new(), Platform);
        Assert.Equal((DueKind.HistoryEnds, term), (Assert.Single(certified.Due).Kind, certified.Due[0].At));
        space.Take(certified.Events);
        EndHistory.Decide(space, new(), Acts.By(People.Platform(), term - Moments.Tick)).Then();
        EndHistory.Decide(space, new(), Acts.By(People.Platform(), term)).Then(new SpaceEvent.HistoryEnded(term));
    }

    [Fact]
    public void Who_has_not_reacted_is_told_that_the_space_has_opened_and_nobody_else_is()
    {
        Assert.Equal(NoticeKind.SpaceOpened, Assert.Single(TellOpening.Decide(NeverWritten(), new(), Platform).Notices).Kind);
        Assert.Single(TellOpening.Decide(Given(Events.Recorded), new(), Platform).Events);
        Assert.All([Events.Activated(), [Events.Recorded, Events.Opposed], [Events.Recorded, Events.Closed()]], life =>
            TellOpening.Decide(Given(life), new(), Platform).Then());
    }

    [Fact]
    public void Receipts_have_numbers_that_stay_and_belong_to_one_decision()
    {
        var space = Given(InDeletion);
        var receipts = SpaceLife.Of(space, Acts.Holder()).Value!.Receipts;
        Assert.Equal([LifeDecision.Closing, LifeDecision.Deletion], receipts.Select(receipt => receipt.Decision));
        Assert.Equal(2, receipts.Select(receipt => receipt.Number).Distinct().Count());
        Assert.Equal(receipts, SpaceLife.Of(space, Acts.Holder(Moments.Now.AddDays(1))).Value!.Receipts);
        Assert.All(receipts, receipt => Assert.Matches("^[0-9A-F]{16}$", receipt.Number));
        Assert.Equal(LifeDecision.Opposition, Assert.Single(SpaceLife.Of(Given(Events.Recorded, Events.Opposed), Acts.Holder()).Value!.Receipts).Decision);
    }

    [Theory]
    [MemberData(nameof(Callers.NotTheHolder), MemberType = typeof(Callers))]
    public void Nobody_else_decides_on_a_life(Caller caller)
    {
        var (act, space) = (Acts.By(caller), Given([.. InDeletion]));
        AskDeletion.Decide(space, new(), act).ThenRefused(SpaceRefusals.OnlyTheHolder);
        CancelDeletion.Decide(space, new(), act).ThenRefused(SpaceRefusals.OnlyTheHolder);
        ReopenSpace.Decide(space, new(), act).ThenRefused(SpaceRefusals.OnlyTheHolder);
        ObjectToSuspension.Decide(space, new(), act).ThenRefused(SpaceRefusals.OnlyTheHolder);
        Assert.Equal(SpaceRefusals.OnlyTheHolder, SpaceLife.Of(space, act).Refusal);
    }

    [Fact]
    public void The_holder_suspends_erases_and_certifies_nothing()
    {
        var space = Given(Events.Activated());
        SuspendSpace.Decide(space, new(SuspensionGround.Fraud), Acts.Holder()).ThenRefused(SpaceRefusals.OnlyTheInsurer);
        LiftSuspension.Decide(space, new(), Acts.Holder()).ThenRefused(SpaceRefusals.OnlyTheInsurer);
        EndSuspension.Decide(space, new(), Acts.Holder()).ThenRefused(SpaceRefusals.OnlyTheInsurer);
        EraseSpace.Decide(space, new(), Acts.Holder()).ThenRefused(SpaceRefusals.OnlyTheInsurer);
        CertifyErasure.Decide(space, new(), Acts.Holder()).ThenRefused(SpaceRefusals.OnlyTheInsurer);
        EndHistory.Decide(space, new(), Acts.Holder()).ThenRefused(SpaceRefusals.OnlyTheInsurer);
        TellOpening.Decide(space, new(), Acts.Holder()).ThenRefused(SpaceRefusals.OnlyTheInsurer);
    }
}
