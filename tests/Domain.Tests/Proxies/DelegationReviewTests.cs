using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Proxies;

public class DelegationReviewTests
{
    private static readonly Delegation Year = Samples.Delegation;
    private static readonly DateTimeOffset Reminder = Year.Until.AddDays(-30);

    [Fact]
    public void Both_sides_are_reminded_once_thirty_days_before_and_told_of_the_end()
    {
        var space = Delegated(Year);
        Assert.Empty(Review(space, Reminder - Moments.Tick).Events);
        Told(space, Reminder, NoticeKind.DelegationEndsSoon);
        Assert.Empty(Review(space, Reminder.AddDays(1)).Events);
        Told(space, Year.Until, NoticeKind.ProxyEnded);
        Assert.Empty(space.Delegations);
    }

    [Fact]
    public void A_term_that_was_prolonged_is_reminded_of_again()
    {
        var space = Delegated(Year);
        Told(space, Reminder, NoticeKind.DelegationEndsSoon);
        var later = Year.Until.AddDays(60);
        var changed = ChangeDelegation.Decide(space, new(People.CarerSpace, later, CarerRights.Full), Acts.Holder(Reminder));
        Assert.Equal([later.AddDays(-30), later], changed.Due.Select(due => due.At));
        Assert.Equal(NoticeKind.DelegationChanged, Assert.Single(changed.Elsewhere).Notice.Kind);
        space.Take(changed.Events);
        Assert.Empty(Review(space, Year.Until).Events);
        Told(space, later.AddDays(-30), NoticeKind.DelegationEndsSoon);
    }

    [Fact]
    public void Nobody_but_the_platform_reviews() =>
        ReviewDelegations.Decide(Delegated(Year), new(), Acts.Holder(Year.Until)).ThenRefused(SpaceRefusals.OnlyTheHolder);

    [Fact]
    public void A_carer_who_only_reads_changes_and_adds_nothing()
    {
        var space = Delegated(Year with { Rights = new(false, true) });
        var document = Papers.Sheet(by: People.Holder);
        space.Apply(Events.Deposited(document));
        var act = Acts.By(People.Carer());
        Assert.True(OpenDocument.Decide(space, new(document.LogicalId, true, AccessContext.Ordinary), act, Papers.Matrix).Answer.Accepted);
        ArchiveDocument.Decide(space, new(document.LogicalId, true, AccessContext.Ordinary), act, Papers.Matrix).ThenRefused(DocumentRefusals.NotYours);
        DeleteDocument.Decide(space, new(document.LogicalId, AccessContext.Ordinary), act, Papers.Matrix).ThenRefused(DocumentRefusals.NotYours);
        Assert.Equal(DocumentRefusals.MayNotDeposit, FeedingRules.Fault(space, People.Sheet, People.Carer(), Moments.Now));
    }

    [Fact]
    public void What_a_proxy_does_or_is_refused_leaves_their_name()
    {
        var space = Delegated(Year);
        var act = Acts.By(People.Carer());
        var refused = ProxyTrace.In(MakeChoices.Decide(space, new(PrivacyChoices.Unexpressed), act), space, act, Papers.Matrix);
        var trace = Assert.IsType<SpaceEvent.Accessed>(Assert.Single(refused.Events)).Trace;
        Assert.Equal((false, AccessReason.BeyondProxy, TraceAction.ActedForHolder, People.Carer()), (trace.Allowed, trace.Gate, trace.Action, trace.By));

        var ended = ProxyTrace.In(EndDelegation.Decide(space, new(People.CarerSpace), act), space, act, Papers.Matrix);
        Assert.Equal((true, AccessReason.Carer), (TraceOf(ended.Events[1]).Allowed, TraceOf(ended.Events[1]).Gate));
        var own = MakeChoices.Decide(space, new(new(true, true, true, true)), Acts.Holder());
        Assert.Equal(own.Events, ProxyTrace.In(own, space, Acts.Holder(), Papers.Matrix).Events);
    }

    private static AccessTrace TraceOf(SpaceEvent happened) => Assert.IsType<SpaceEvent.Accessed>(happened).Trace;

    private static Space Delegated(Delegation delegation) => Given([.. Events.Activated(), new SpaceEvent.DelegationGiven(delegation)]);

    private static Decision<SpaceEvent, Done> Review(Space space, DateTimeOffset at) => ReviewDelegations.Decide(space, new(), Acts.By(People.Platform(), at));

    private static void Told(Space space, DateTimeOffset at, NoticeKind kind)
    {
        var review = Review(space, at);
        Assert.Equal((kind, kind, People.CarerSpace), (Assert.Single(review.Notices).Kind, Assert.Single(review.Elsewhere).Notice.Kind, review.Elsewhere[0].Space));
        space.Take(review.Events);
    }
}
