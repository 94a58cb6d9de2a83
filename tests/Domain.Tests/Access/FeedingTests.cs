using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Access;

public class FeedingTests
{
    private static readonly Caller.Professional Doctor = People.Professional(at: People.At(People.Clinic));

    private static readonly ObjectToFeeding Objection = new(AccessSubject.Of(People.Clinic), "Un proche y travaille");

    public static TheoryData<Caller> Feeders => [Doctor, People.Staff(), People.Laboratory()];

    [Theory]
    [MemberData(nameof(Feeders))]
    public void Neither_a_block_nor_the_want_of_an_authorisation_stops_who_feeds(Caller feeder)
    {
        var space = Given([.. Events.Activated(), Events.Blocked(AccessSubject.Of(People.Clinic)), Events.Blocked(People.Subject(Doctor))]);
        Assert.Null(FeedingRules.Fault(space, People.Sheet, feeder, Moments.Now));
        Assert.False(AccessRules.Enter(space, feeder, AccessContext.Ordinary, Moments.Now).Allowed);
    }

    [Theory]
    [MemberData(nameof(Feeders))]
    public void An_objection_on_a_legitimate_ground_does(Caller feeder)
    {
        var space = Given(Events.Activated());
        space.Take(ObjectToFeeding.Decide(space, Objection, Acts.Holder()).Events);
        Assert.Equal(AccessRefusals.FeedingObjected, FeedingRules.Fault(space, People.Sheet, feeder, Moments.Now));
        space.Take(LiftFeedingObjection.Decide(space, new(Objection.Subject), Acts.Holder()).Events);
        Assert.Null(FeedingRules.Fault(space, People.Sheet, feeder, Moments.Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("je ne veux pas")] // 14 characters
    [InlineData("  je ne veux pas   ")]
    public void Without_a_ground_nobody_can_object(string ground) =>
        ObjectToFeeding.Decide(Given(Events.Activated()), Objection with { Ground = ground }, Acts.Holder()).ThenRefused(AccessRefusals.GroundMissing);

    [Fact]
    public void A_ground_can_be_said_again_in_other_words()
    {
        var space = Given([.. Events.Activated(), new SpaceEvent.FeedingObjected(new(Objection.Subject, Objection.Ground, Moments.Opening))]);
        ObjectToFeeding.Decide(space, Objection with { Ground = "Litige en cours avec elle" }, Acts.Holder())
            .Then(new SpaceEvent.FeedingObjected(new(Objection.Subject, "Litige en cours avec elle", Moments.Now)));
    }

    [Fact]
    public void What_is_not_objected_to_is_not_lifted() =>
        LiftFeedingObjection.Decide(Given(Events.Activated()), new(Objection.Subject), Acts.Holder()).ThenRefused(AccessRefusals.ObjectionUnknown);

    [Fact]
    public void Nobody_feeds_a_record_that_is_not_open()
    {
        SpaceEvent[][] lives = [[Events.Recorded, Events.Opposed], [.. Events.Activated(), new SpaceEvent.Closed(Moments.Now)], [.. Events.Activated(), new SpaceEvent.HolderDied(Moments.Now)]];
        Assert.All(lives, life => Assert.Equal(SpaceRefusals.NotOpen, FeedingRules.Fault(Given(life), People.Sheet, Doctor, Moments.Now)));
        Assert.Equal(SpaceRefusals.NotOpen, FeedingRules.Fault(NeverWritten(), People.Sheet, Doctor, Moments.Opening - Moments.Tick));
        Assert.Null(FeedingRules.Fault(NeverWritten(), People.Sheet, Doctor, Moments.Opening));
    }

    [Fact]
    public void Citizens_feed_where_they_may_come_in()
    {
        var child = Given([.. Events.OfMinor(), Events.Parent, new SpaceEvent.DelegationGiven(new(People.CarerSpace, "x", Moments.Now, Moments.Now.AddDays(1)))]);
        Caller[] may = [People.Holder, People.Representative(), People.Carer()];
        Caller[] mayNot = [new Caller.Holder(People.OtherSpace), People.Representative() with { Self = People.OtherSpace }, People.Carer() with { Self = People.OtherSpace }, People.Platform()];
        Assert.All(may, caller => Assert.Null(FeedingRules.Fault(child, People.Minor, caller, Moments.Now)));
        Assert.All(mayNot, caller => Assert.Equal(DocumentRefusals.MayNotDeposit, FeedingRules.Fault(child, People.Minor, caller, Moments.Now)));
    }

    [Fact]
    public void A_carer_adds_papers_of_the_patient_in_their_own_name()
    {
        var space = Given([.. Events.Activated(), new SpaceEvent.DelegationGiven(new(People.CarerSpace, "x", Moments.Now, Moments.Now.AddDays(1)))]);
        var added = DepositDocument.Decide(
            space, new(People.Sheet, Papers.Draft(type: Papers.FromPatient), Papers.Content()), Acts.By(People.Carer()), Papers.Types, Papers.Matrix);
        Assert.Equal(new Depositor(null, null, "Sacha Brindille", true), Assert.Single(added.Events.OfType<SpaceEvent.DocumentDeposited>()).Sheet.Depositor);
        Assert.Single(added.Notices);
        DepositDocument.Decide(space, new(People.Sheet, Papers.Draft(), Papers.Content()), Acts.By(People.Carer()), Papers.Types, Papers.Matrix)
            .ThenRefused(DocumentRefusals.NotAPatientType);
    }
}
