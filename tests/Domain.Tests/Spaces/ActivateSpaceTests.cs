using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Spaces;

public class ActivateSpaceTests
{
    private static readonly PrivacyChoices Choices = new(true, false, true, false);

    private static readonly ActivateSpace Command = new(People.Sheet, Choices);

    [Fact]
    public void A_space_that_opened_by_itself_is_activated() =>
        ActivateSpace.Decide(NeverWritten(), Command, Acts.Holder())
            .Then(Events.Recorded, new SpaceEvent.Activated(Moments.Now, Choices));

    [Fact]
    public void It_can_be_activated_before_the_six_weeks_are_over()
    {
        var at = Moments.Informed.AddDays(1);
        ActivateSpace.Decide(Given(Events.Recorded), Command, Acts.Holder(at)).Then(new SpaceEvent.Activated(at, Choices));
    }

    [Fact]
    public void Traits_that_changed_at_the_insurer_are_recorded_on_the_way()
    {
        var moved = People.Sheet with { Email = "new@example.test" };
        ActivateSpace.Decide(Given(Events.Recorded), Command with { Holder = moved }, Acts.Holder())
            .Then(new SpaceEvent.HolderRecorded(moved), new SpaceEvent.Activated(Moments.Now, Choices));
    }

    [Fact]
    public void Activated_again_it_keeps_the_choices_made() => ActivateSpace.Decide(Given(Events.Activated()), Command, Acts.Holder()).Then();

    [Fact]
    public void Who_was_not_told_cannot_activate() =>
        ActivateSpace.Decide(NeverWritten(), Command with { Holder = People.Sheet with { InformedAt = null } }, Acts.Holder())
            .ThenRefused(SpaceRefusals.NotInformed);

    [Fact]
    public void Who_objected_takes_the_objection_back_first()
    {
        ActivateSpace.Decide(Given(Events.Recorded, Events.Opposed), Command, Acts.Holder()).ThenRefused(SpaceRefusals.IsOpposed);
        var lifted = Given(Events.Recorded, Events.Opposed, new SpaceEvent.OppositionLifted(Moments.Now.AddDays(-1)));
        ActivateSpace.Decide(lifted, Command, Acts.Holder()).Then(new SpaceEvent.Activated(Moments.Now, Choices));
    }

    [Theory]
    [MemberData(nameof(Callers.NotTheHolder), MemberType = typeof(Callers))]
    public void Nobody_else_activates(Caller caller) =>
        ActivateSpace.Decide(Given(Events.Recorded), Command, Acts.By(caller)).ThenRefused(SpaceRefusals.OnlyTheHolder);
}
