using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Proxies;

public class InvitationTests
{
    private static readonly CarerTerm Term = new(Moments.Now, Moments.Now.AddYears(1), CarerRights.Full);
    private static readonly InviteCarer Invite = new(KeyOf(1), "Sacha Brindille", People.CarerSpace, Term);
    private static readonly Caller Carer = new Caller.Holder(People.CarerSpace);

    [Fact]
    public void Nothing_that_the_holder_is_answered_tells_whether_the_person_exists()
    {
        var found = InviteCarer.Decide(Given(Events.Activated()), Invite, Acts.Holder());
        var nobody = InviteCarer.Decide(Given(Events.Activated()), Invite with { Invited = null }, Acts.Holder());
        Assert.Equal(StandingInvitation.Of(found.Answer.Value!, Moments.Now), StandingInvitation.Of(nobody.Answer.Value!, Moments.Now));
        Assert.Equal(found.Notices, nobody.Notices);
        Assert.Equal([new NoticeElsewhere(People.CarerSpace, found.Notices[0] with { Kind = NoticeKind.InvitationReceived })], found.Elsewhere);
        Assert.Empty(nobody.Elsewhere);
    }

    [Fact]
    public void Who_was_invited_accepts_before_it_expires_and_not_after()
    {
        var expires = new DateTimeOffset(2026, 7, 2, 0, 0, 0, TimeSpan.FromHours(2));
        Assert.Equal(expires, Waiting().Invitations[0].ExpiresAt);
        Assert.True(Answer(Waiting(), Carer, at: expires - Moments.Tick).Accepted);
        Assert.Equal(ProxyRefusals.InvitationOver, Answer(Waiting(), Carer, at: expires).Refusal);
        Assert.Equal(InvitationStatus.Expired, Waiting().Invitations[0].StatusAt(expires));
    }

    [Fact]
    public void To_anybody_else_there_is_no_invitation()
    {
        Caller[] others = [People.Holder, new Caller.Holder(People.OtherSpace), People.Carer(), People.Professional(), People.Platform()];
        Assert.All(others, caller => Assert.Equal(ProxyRefusals.InvitationUnknown, Answer(Waiting(), caller).Refusal));
    }

    [Fact]
    public void An_acceptance_gives_the_term_a_reminder_and_an_end()
    {
        var space = Waiting();
        var accepted = AnswerInvitation.Decide(space, new(space.Invitations[0].Id, true), Acts.By(Carer));
        Assert.Contains(new SpaceEvent.DelegationGiven(new(People.CarerSpace, "Sacha Brindille", Term.From, Term.Until)), accepted.Events);
        Assert.Equal([(DueKind.DelegationEndsSoon, Term.Until.AddDays(-30)), (DueKind.DelegationEnds, Term.Until)], accepted.Due.Select(due => (due.Kind, due.At)));
        space.Take(accepted.Events);
        Assert.True(space.IsCaredForBy(People.CarerSpace, Moments.Now));
        Assert.Equal(ProxyRefusals.InvitationOver, Answer(space, Carer, accepts: false).Refusal);
    }

    [Fact]
    public void The_fourth_carer_is_refused_invited_or_in_charge()
    {
        var space = Given(Events.Activated());
        for (var n = 1; n <= 3; n++)
        {
            Assert.True(Take(space, InviteCarer.Decide(space, Invite with { Person = KeyOf(n), Invited = SpaceOf(n) }, Of(n))).Accepted);
        }

        InviteCarer.Decide(space, Invite with { Person = KeyOf(4), Invited = SpaceOf(4) }, Of(4)).ThenRefused(ProxyRefusals.TooManyCarers);
        Take(space, AnswerInvitation.Decide(space, new(space.Invitations[0].Id, true), Acts.By(new Caller.Holder(SpaceOf(1)))));
        InviteCarer.Decide(space, Invite with { Person = KeyOf(4), Invited = SpaceOf(4) }, Of(4)).ThenRefused(ProxyRefusals.TooManyCarers);
        Take(space, WithdrawInvitation.Decide(space, new(space.Invitations[1].Id), Acts.Holder()));
        Assert.True(InviteCarer.Decide(space, Invite with { Person = KeyOf(4), Invited = SpaceOf(4) }, Of(4)).Answer.Accepted);
    }

    [Fact]
    public void Two_delegations_do_not_link_the_same_people()
    {
        var space = Waiting();
        InviteCarer.Decide(space, Invite with { Term = Term with { Until = Term.Until.AddDays(1) } }, Of(2)).ThenRefused(ProxyRefusals.AlreadyInvited);
        Take(space, AnswerInvitation.Decide(space, new(space.Invitations[0].Id, true), Acts.By(Carer)));
        InviteCarer.Decide(space, Invite, Of(2)).ThenRefused(AccessRefusals.AlreadyDelegated);
    }

    [Fact]
    public void A_term_that_could_never_hold_is_refused()
    {
        InviteCarer[] wrong =
        [
            Invite with { Term = Term with { From = Term.Until } }, Invite with { Term = new(Moments.Informed, Moments.Now, CarerRights.Full) },
            Invite with { Invited = People.Space },
        ];
        Assert.All(wrong, command => InviteCarer.Decide(Given(Events.Activated()), command, Acts.Holder()).ThenRefused(AccessRefusals.DelegationInvalid));
    }

    [Fact]
    public void A_carer_invited_for_a_minor_acts_no_longer_than_the_parents()
    {
        var space = Given([.. Events.OfMinor(), Events.Parent]);
        var beyond = Term with { Until = People.Minor.ComesOfAgeAt.AddYears(1) };
        Take(space, InviteCarer.Decide(space, Invite with { Term = beyond }, Acts.By(People.Representative())));
        Take(space, AnswerInvitation.Decide(space, new(space.Invitations[0].Id, true), Acts.By(Carer)));
        Assert.Equal(People.Minor.ComesOfAgeAt, space.DelegationTo(People.CarerSpace)!.Until);
    }

    [Fact]
    public void A_second_representative_is_invited_by_the_first_alone_and_there_is_no_third()
    {
        var space = Given([.. Events.OfMinor(), Events.Parent]);
        var second = new InviteRepresentative(KeyOf(1), "Dominique Martellane", People.OtherSpace);
        Caller[] others = [People.Holder, People.Carer(), People.Platform(), new Caller.Holder(People.ParentSpace)];
        Assert.All(others, caller => InviteRepresentative.Decide(space, second, Acts.By(caller)).ThenRefused(AccessRefusals.MayNotNameRepresentatives));
        Take(space, InviteRepresentative.Decide(space, second, Acts.By(People.Representative())));
        Assert.False(space.IsRepresentedBy(People.OtherSpace, Moments.Now));
        Take(space, AnswerInvitation.Decide(space, new(space.Invitations[0].Id, true), Acts.By(new Caller.Holder(People.OtherSpace))));
        Assert.True(space.IsRepresentedBy(People.OtherSpace, Moments.Now));
        InviteRepresentative.Decide(space, second with { Person = KeyOf(2), Invited = People.CarerSpace }, Acts.By(People.Representative()))
            .ThenRefused(ProxyRefusals.TooManyRepresentatives);
    }

    private static BlindKey KeyOf(int n) => BlindKey.Parse($"{n:D32}", null);

    private static SpaceId SpaceOf(int n) => SpaceId.Parse($"{n:D32}", null);

    private static Act Of(int n) => Acts.Holder(id: new Guid(n, 0, 0, new byte[8]));

    private static Space Waiting()
    {
        var space = Given(Events.Activated());
        Take(space, InviteCarer.Decide(space, Invite, Acts.Holder()));
        return space;
    }

    private static Outcome<Done> Answer(Space space, Caller by, bool accepts = true, DateTimeOffset? at = null) =>
        AnswerInvitation.Decide(space, new(space.Invitations[0].Id, accepts), Acts.By(by, at)).Answer;

    private static Outcome<T> Take<T>(Space space, Decision<SpaceEvent, T> decision)
    {
        space.Take(decision.Events);
        return decision.Answer;
    }
}
