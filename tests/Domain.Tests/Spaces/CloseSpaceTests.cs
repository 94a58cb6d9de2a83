using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Spaces;

public class CloseSpaceTests
{
    [Fact]
    public void The_holder_closes_a_space_activated_or_opened_by_silence()
    {
        CloseSpace.Decide(Given(Events.Activated()), new(), Acts.Holder()).Then(new SpaceEvent.Closed(Moments.Now));
        CloseSpace.Decide(Given(Events.Recorded), new(), Acts.Holder()).Then(new SpaceEvent.Closed(Moments.Now));
    }

    [Fact]
    public void A_space_that_never_opened_is_not_closed()
    {
        CloseSpace.Decide(Given(Events.Recorded, Events.Opposed), new(), Acts.Holder()).ThenRefused(SpaceRefusals.NotOpen);
        CloseSpace.Decide(Given(Events.Recorded), new(), Acts.Holder(Moments.Opening - Moments.Tick)).ThenRefused(SpaceRefusals.NotOpen);
    }

    [Fact]
    public void Once_closed_or_dead_there_is_nothing_left_to_object_to_or_to_close()
    {
        SpaceEvent[][] ends = [[.. Events.Activated(), Events.Closed()], [.. Events.Activated(), new SpaceEvent.HolderDied(Moments.Now)]];
        Assert.All(ends, end =>
        {
            Oppose.Decide(Given(end), new(People.Sheet), Acts.Holder()).ThenRefused(SpaceRefusals.IsClosed);
            CloseSpace.Decide(Given(end), new(), Acts.Holder()).Then();
        });
    }

    [Fact]
    public void Death_comes_from_the_insurers_file_and_outlasts_everything()
    {
        var space = Given([.. Events.Activated(), new SpaceEvent.Closed(Moments.Now)]);
        RecordDeath.Decide(space, new(), Acts.By(People.Platform())).Then(new SpaceEvent.HolderDied(Moments.Now));
        space.Take(new SpaceEvent.HolderDied(Moments.Now));
        Assert.Equal(SpaceStatus.Deceased, space.StatusAt(Moments.Now));
        RecordDeath.Decide(space, new(), Acts.Holder()).ThenRefused(SpaceRefusals.OnlyTheInsurer);
    }

    [Fact]
    public void Software_is_told_that_the_record_was_there_and_is_closed()
    {
        var closed = new Existence(true, false, true, AuthorisationStatus.None, false, new(Moments.Now, ClosingMotive.HolderRequest));
        Assert.Equal(closed, Existence.Of(Given([.. Events.Activated(), new SpaceEvent.Closed(Moments.Now)]), People.Sheet, People.Professional(), Moments.Now));
        Assert.Equal(closed with { Closure = new(Moments.Now, ClosingMotive.Death) }, Existence.Of(Given([.. Events.Activated(), new SpaceEvent.HolderDied(Moments.Now)]), People.Sheet, People.Laboratory(), Moments.Now));
    }

    [Theory]
    [MemberData(nameof(Callers.NotTheHolder), MemberType = typeof(Callers))]
    public void Nobody_else_closes(Caller caller) =>
        CloseSpace.Decide(Given(Events.Activated()), new(), Acts.By(caller)).ThenRefused(SpaceRefusals.OnlyTheHolder);
}
