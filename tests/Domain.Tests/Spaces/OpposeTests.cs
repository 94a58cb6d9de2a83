using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Spaces;

public class OpposeTests
{
    private static readonly Oppose Command = new(People.Sheet);

    [Fact]
    public void One_objects_within_the_six_weeks()
    {
        var at = Moments.Opening - Moments.Tick;
        Oppose.Decide(NeverWritten(), Command, Acts.Holder(at)).Then(Events.Recorded, new SpaceEvent.Opposed(at));
    }

    [Fact]
    public void One_refuses_a_space_that_opened_by_itself() =>
        Oppose.Decide(Given(Events.Recorded), Command, Acts.Holder()).Then(new SpaceEvent.Opposed(Moments.Now));

    [Fact]
    public void Objecting_twice_is_objecting_once() => Oppose.Decide(Given(Events.Recorded, Events.Opposed), Command, Acts.Holder()).Then();

    [Fact]
    public void An_activated_space_is_closed_not_opposed() =>
        Oppose.Decide(Given(Events.Activated()), Command, Acts.Holder()).ThenRefused(SpaceRefusals.AlreadyActivated);

    [Fact]
    public void Who_was_not_told_has_nothing_to_object_to() =>
        Oppose.Decide(NeverWritten(), new(People.Sheet with { InformedAt = null }), Acts.Holder()).ThenRefused(SpaceRefusals.NotInformed);

    [Fact]
    public void An_objection_is_taken_back() =>
        LiftOpposition.Decide(Given(Events.Recorded, Events.Opposed), new(), Acts.Holder()).Then(new SpaceEvent.OppositionLifted(Moments.Now));

    [Fact]
    public void Where_nobody_objects_there_is_nothing_to_take_back() => LiftOpposition.Decide(Given(Events.Recorded), new(), Acts.Holder()).Then();

    [Theory]
    [MemberData(nameof(Callers.NotTheHolder), MemberType = typeof(Callers))]
    public void Nobody_objects_for_another(Caller caller)
    {
        Oppose.Decide(Given(Events.Recorded), Command, Acts.By(caller)).ThenRefused(SpaceRefusals.OnlyTheHolder);
        LiftOpposition.Decide(Given(Events.Recorded, Events.Opposed), new(), Acts.By(caller)).ThenRefused(SpaceRefusals.OnlyTheHolder);
    }
}
