using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Access;

public class AuthoriseTests
{
    private static readonly AccessSubject Subject = People.Subject(People.Professional());

    private static readonly Authorise Command = new(Subject, "Somebody");

    [Fact]
    public void An_authorisation_lasts_a_year()
    {
        var given = Events.Authorisation(Subject, Moments.Now);
        Assert.Equal(given, Authorise.Decide(Given(Events.Activated()), Command, Acts.Holder()).Then(new SpaceEvent.AuthorisationGranted(given)));
    }

    [Fact]
    public void It_holds_from_its_first_tick_to_before_its_last()
    {
        var authorisation = Events.Authorisation(Subject, Moments.Now);
        Assert.False(authorisation.HoldsAt(Moments.Now - Moments.Tick));
        Assert.True(authorisation.HoldsAt(Moments.Now));
        Assert.True(authorisation.HoldsAt(Moments.Now.AddYears(1) - Moments.Tick));
        Assert.False(authorisation.HoldsAt(Moments.Now.AddYears(1)));
    }

    [Fact]
    public void Given_again_it_is_renewed()
    {
        var space = Given([.. Events.Activated(), Events.Authorised(Subject)]);
        Authorise.Decide(space, Command, Acts.Holder())
            .Then(new SpaceEvent.AuthorisationGranted(Events.Authorisation(Subject, Moments.Now)));
    }

    [Fact]
    public void The_holder_may_give_less_than_a_year_not_more()
    {
        var space = Given(Events.Activated());
        Assert.Equal(Moments.Now.AddDays(1), Authorise.Decide(space, Command with { Until = Moments.Now.AddDays(1) }, Acts.Holder()).Answer.Value!.Until);
        Authorise.Decide(space, Command with { Until = Moments.Now.AddYears(1) + Moments.Tick }, Acts.Holder()).ThenRefused(AccessRefusals.DurationInvalid);
        Authorise.Decide(space, Command with { Until = Moments.Now }, Acts.Holder()).ThenRefused(AccessRefusals.DurationInvalid);
    }

    [Fact]
    public void Who_is_blocked_is_unblocked_first() =>
        Authorise.Decide(Given([.. Events.Activated(), Events.Blocked(Subject)]), Command, Acts.Holder()).ThenRefused(AccessRefusals.SubjectBlocked);

    [Fact]
    public void The_authorisation_of_a_structure_lets_in_who_works_there()
    {
        var space = Given([.. Events.Activated(), Events.Authorised(AccessSubject.Of(People.Clinic))]);
        Assert.NotNull(space.AuthorisationOf(People.Professional(at: People.At(People.Clinic)), Moments.Now));
        Assert.Null(space.AuthorisationOf(People.Professional(at: People.AtSamu()), Moments.Now));
        Assert.Null(space.AuthorisationOf(People.Professional(), Moments.Now));
    }

    [Fact]
    public void An_authorisation_is_withdrawn()
    {
        var space = Given([.. Events.Activated(), Events.Authorised(Subject)]);
        WithdrawAuthorisation.Decide(space, new(Subject), Acts.Holder()).Then(new SpaceEvent.AuthorisationWithdrawn(Subject, Moments.Now));
    }

    [Fact]
    public void One_that_expired_can_still_be_withdrawn()
    {
        var space = Given([.. Events.Activated(), Events.Authorised(Subject, Moments.Now.AddYears(-3))]);
        WithdrawAuthorisation.Decide(space, new(Subject), Acts.Holder()).Then(new SpaceEvent.AuthorisationWithdrawn(Subject, Moments.Now));
    }

    [Fact]
    public void What_was_not_given_is_not_withdrawn() =>
        WithdrawAuthorisation.Decide(Given(Events.Activated()), new(Subject), Acts.Holder()).ThenRefused(AccessRefusals.AuthorisationUnknown);

    [Fact]
    public void Choices_are_changed()
    {
        var choices = new PrivacyChoices(true, false, false, true);
        MakeChoices.Decide(Given(Events.Activated()), new(choices), Acts.Holder()).Then(new SpaceEvent.ChoicesMade(Moments.Now, choices));
        MakeChoices.Decide(Given(Events.Activated(choices)), new(choices), Acts.Holder()).Then();
    }

    [Theory]
    [MemberData(nameof(Callers.NotTheHolder), MemberType = typeof(Callers))]
    public void Nobody_else_settles_access(Caller caller)
    {
        var space = Given([.. Events.Activated(), Events.Authorised(Subject)]);
        Authorise.Decide(space, Command, Acts.By(caller)).ThenRefused(SpaceRefusals.OnlyTheHolder);
        WithdrawAuthorisation.Decide(space, new(Subject), Acts.By(caller)).ThenRefused(SpaceRefusals.OnlyTheHolder);
        MakeChoices.Decide(space, new(PrivacyChoices.Unexpressed), Acts.By(caller)).ThenRefused(SpaceRefusals.OnlyTheHolder);
    }
}
