using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Access;

public class CollectConsentTests
{
    private static readonly Caller.Professional Member = People.Professional();
    private static readonly Caller.Professional Colleague = People.Professional(3);
    private static readonly CollectConsent Command = new(Colleague.Id, "Dr 3");
    private static readonly SpaceEvent[] Team = [.. Events.Activated(), Events.Authorised(People.Subject(Member))];

    [Fact]
    public void A_member_of_the_team_collects_a_consent_for_a_colleague_for_a_year()
    {
        var given = new Authorisation(
            People.Subject(Colleague), "Dr 3", ConsentDeclaration.CareTeam, Moments.Now, Moments.Now.AddYears(1), Member.Id);
        var space = Given(Team);
        var decision = CollectConsent.Decide(space, Command, Acts.By(Member));
        decision.Then(new SpaceEvent.AuthorisationGranted(given));
        Assert.Equal(NoticeKind.SettledForYou, Assert.Single(decision.Notices).Kind);
        space.Take(decision.Events);
        Assert.Equal(AccessReason.Authorised, AccessRules.Enter(space, Colleague, AccessContext.Ordinary, Moments.Now).Reason);
    }

    [Fact]
    public void What_was_collected_is_not_passed_on()
    {
        var space = Given(Team);
        space.Take(CollectConsent.Decide(space, Command, Acts.By(Member)).Events);
        CollectConsent.Decide(space, new(People.Professional(4).Id, "Dr 4"), Acts.By(Colleague)).ThenRefused(AccessRefusals.NotOfTheTeam);
    }

    [Fact]
    public void That_a_colleague_is_blocked_is_not_told() =>
        CollectConsent.Decide(Given([.. Team, Events.Blocked(People.Subject(Colleague))]), Command, Acts.By(Member)).Then();

    [Fact]
    public void An_occupational_doctor_is_of_no_team() =>
        CollectConsent.Decide(Given(Team), Command, Acts.By(Member with { Structure = People.AtWork() })).ThenRefused(AccessRefusals.NotOfTheTeam);

    [Fact]
    public void Who_may_not_consult_collects_nothing()
    {
        CollectConsent.Decide(Given(Events.Activated()), Command, Acts.By(Member)).ThenRefused(AccessRefusals.NotOfTheTeam);
        CollectConsent.Decide(Given([.. Team, Events.Blocked(People.Subject(Member))]), Command, Acts.By(Member)).ThenRefused(AccessRefusals.NotOfTheTeam);
        Caller[] others = [People.Holder, People.Staff(), People.Laboratory(), People.Platform(), People.Carer()];
        Assert.All(others, caller => CollectConsent.Decide(Given(Team), Command, Acts.By(caller)).ThenRefused(AccessRefusals.NotOfTheTeam));
    }
}
