using MonEspaceSante.Domain.Limits;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Limits;

public class SourceTriesTests
{
    private static readonly TryLimits Limits = new(InAnHour: 10, InADay: 25, UnderPressure: 3);

    private readonly SourceTries _tries = new();

    [Fact]
    public void A_source_loses_so_many_tries_in_an_hour_and_no_more()
    {
        Assert.Equal(10, EnteredOf(15, Moments.Now));
        Assert.Equal(LimitRefusals.TooManyTries, _tries.Enter(Limits, false, Moments.Now).Answer.Refusal);
        Assert.False(Enters(Moments.Now.AddHours(1) - Moments.Tick));
        Assert.True(Enters(Moments.Now.AddHours(1)));
    }

    [Fact]
    public void And_so_many_in_a_day()
    {
        Assert.Equal(25, Enumerable.Range(0, 5).Sum(hour => EnteredOf(10, Moments.Now.AddHours(hour))));
        Assert.False(Enters(Moments.Now.AddDays(1) - Moments.Tick));
        Assert.True(Enters(Moments.Now.AddDays(1)));
    }

    [Fact]
    public void Under_pressure_it_has_fewer()
    {
        Assert.Equal(3, Enumerable.Range(0, 5).Count(_ => Enters(Moments.Now, pressed: true)));
        Assert.True(Enters(Moments.Now));
    }

    [Fact]
    public void A_refused_try_is_no_event() => Assert.Empty(Full().Enter(Limits, false, Moments.Now).Events);

    [Fact]
    public void Tries_that_opened_something_are_not_lost()
    {
        for (var i = 0; i < 100; i++)
        {
            Assert.True(Enters(Moments.Now));
            Take(_tries.GiveBack(1));
        }

        Assert.Empty(_tries.Lost);
    }

    [Fact]
    public void Nobody_is_given_back_more_than_they_have_lost()
    {
        Assert.Empty(_tries.GiveBack(2).Events);
        Enters(Moments.Now);
        Take(_tries.GiveBack(2));
        Assert.Equal(10, EnteredOf(15, Moments.Now));
    }

    [Fact]
    public void A_restart_gives_no_new_tries()
    {
        var after = new SourceTries();
        after.Restore(Full().Lost);
        Assert.False(after.Enter(Limits, false, Moments.Now).Answer.Accepted);
    }

    private SourceTries Full()
    {
        EnteredOf(10, Moments.Now);
        return _tries;
    }

    private int EnteredOf(int tries, DateTimeOffset at) => Enumerable.Range(0, tries).Count(_ => Enters(at));

    private bool Enters(DateTimeOffset at, bool pressed = false) => Take(_tries.Enter(Limits, pressed, at));

    private bool Take(Kernel.Decision<TryEvent, Kernel.Done> decision)
    {
        Assert.All(decision.Events, _tries.Apply);
        return decision.Answer.Accepted;
    }
}
