using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Spaces;

public class LifecycleTests
{
    [Fact]
    public void Nobody_was_told_until_the_letter_is_sent()
    {
        Assert.Equal(SpaceStatus.NotInformed, NeverWritten().StatusAt(Moments.Now));
        Assert.Equal(SpaceStatus.NotInformed, Given(new SpaceEvent.HolderRecorded(People.Sheet with { InformedAt = null })).StatusAt(Moments.Now));
    }

    [Fact]
    public void It_opens_by_itself_six_weeks_after_the_letter_to_the_tick()
    {
        Assert.Equal(TimeSpan.FromDays(42), Space.OppositionWindow);
        var space = Given(Events.Recorded);
        Assert.Equal(SpaceStatus.Informed, space.StatusAt(Moments.Informed));
        Assert.Equal(SpaceStatus.Informed, space.StatusAt(Moments.Opening - Moments.Tick));
        Assert.Equal(SpaceStatus.OpenNotActivated, space.StatusAt(Moments.Opening));
        Assert.Equal(SpaceStatus.OpenNotActivated, space.StatusAt(Moments.Opening + Moments.Tick));
        Assert.False(space.IsOpenAt(Moments.Opening - Moments.Tick));
        Assert.True(space.IsOpenAt(Moments.Opening));
    }

    [Fact]
    public void Six_weeks_are_elapsed_time_whatever_the_clock_on_the_wall()
    {
        var inParis = Moments.Opening.ToOffset(TimeSpan.FromHours(2));
        Assert.Equal(SpaceStatus.OpenNotActivated, Given(Events.Recorded).StatusAt(inParis));
        Assert.Equal(SpaceStatus.Informed, Given(Events.Recorded).StatusAt(inParis - Moments.Tick));
    }

    [Fact]
    public void The_file_of_the_insurer_tells_the_status_of_a_space_never_written() =>
        Assert.Equal(SpaceStatus.OpenNotActivated, NeverWritten().StatusOf(People.Sheet, Moments.Opening));

    [Fact]
    public void An_opposed_space_never_opens()
    {
        var space = Given(Events.Recorded, Events.Opposed);
        Assert.Equal(SpaceStatus.Opposed, space.StatusAt(Moments.Opening));
        Assert.Equal(SpaceStatus.Opposed, space.StatusAt(Moments.Opening.AddYears(20)));
    }

    [Fact]
    public void Once_the_objection_is_taken_back_the_clock_tells_again()
    {
        var space = Given(Events.Recorded, Events.Opposed, new SpaceEvent.OppositionLifted(Moments.Informed.AddDays(20)));
        Assert.Equal(SpaceStatus.Informed, space.StatusAt(Moments.Informed.AddDays(20)));
        Assert.Equal(SpaceStatus.OpenNotActivated, space.StatusAt(Moments.Opening));
    }

    [Fact]
    public void An_activated_space_stays_so() =>
        Assert.Equal(SpaceStatus.Activated, Given(Events.Activated()).StatusAt(Moments.Informed));

    [Fact]
    public void Until_the_holder_chooses_emergencies_come_in_and_hidden_stays_hidden() =>
        Assert.Equal(new PrivacyChoices(HideNewDocuments: false, RegulationCentre: true, BreakGlass: true, HiddenInEmergency: false),
            NeverWritten().Choices);
}
