using MonEspaceSante.Engine_Tests.Grains;

namespace MonEspaceSante.Engine_Tests;

/// <summary>Semantics 3: ticks of timers are turns.</summary>
[Collection(SharedCluster.Name)]
public sealed class TimerTests(ClusterFixture fixture)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly string _key = $"timer-{Guid.NewGuid():N}";

    private ITickingGrain Ticking => fixture.Cluster.Client.GetGrain<ITickingGrain>(_key);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_timer_ticks_until_it_is_disposed(bool interleave)
    {
        await Ticking.Start(Period, interleave);
        await UntilTicksAsync(3);
        await Ticking.Stop();
        var ticks = await Ticking.Ticks();
        await fixture.Cluster.PassAsync(Period * 5);

        Assert.Equal(ticks, await Ticking.Ticks());
    }

    [Fact]
    public async Task A_tick_keeps_calls_waiting()
    {
        await Ticking.StartHolding(Period, interleave: false, $"{_key} go on");
        await fixture.Cluster.PassUntilAsync($"{_key} ticks", Period);
        var ticks = Ticking.Ticks();
        Signals.Give($"{_key} go on");

        Assert.Equal(1, await ticks);
        await Ticking.Stop();
    }

    [Fact]
    public async Task A_tick_that_interleaves_lets_calls_in()
    {
        await Ticking.StartHolding(Period, interleave: true, $"{_key} go on");
        await fixture.Cluster.PassUntilAsync($"{_key} ticks", Period);

        Assert.Equal(0, await Ticking.Ticks());
        await Ticking.Stop();
        Signals.Give($"{_key} go on");
    }

    [Fact]
    public async Task A_failing_tick_does_not_stop_the_timer()
    {
        await Ticking.StartFailing(Period);
        await UntilTicksAsync(3);
        await Ticking.Stop();
    }

    private async Task UntilTicksAsync(int ticks)
    {
        for (var period = 0; period < ticks * 10 && await Ticking.Ticks() < ticks; period++)
        {
            await fixture.Cluster.PassAsync(Period);
        }

        Assert.InRange(await Ticking.Ticks(), ticks, int.MaxValue);
    }
}
