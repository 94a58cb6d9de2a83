using MonEspaceSante.Engine_Tests.Grains;

namespace MonEspaceSante.Engine_Tests;

/// <summary>Semantics 8: a host stops without losing what is under way.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task A_call_under_way_ends_then_its_grain_deactivates_and_new_calls_are_refused()
    {
        var key = $"stop-{Guid.NewGuid():N}";
        await using var cluster = await Cluster.StartAsync();
        var counter = cluster.Client.GetGrain<ICounterGrain>(key);
        var held = counter.HoldUntil($"{key} go on");
        await Signals.Until($"{key} holds");

        var stopped = cluster.StopAsync();
        Signals.Give($"{key} go on");
        await held;
        await stopped;

        Assert.Equal(1, Signals.Counted($"{key} {DeactivationReasonCode.ShuttingDown}"));
        await Assert.ThrowsAnyAsync<Exception>(() => counter.Add(1));
    }
}
