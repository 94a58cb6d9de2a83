using MonEspaceSante.Engine_Tests.Grains;

namespace MonEspaceSante.Engine_Tests;

/// <summary>Semantics 1: one activation per grain at any time.</summary>
[Collection(SharedCluster.Name)]
public sealed class ActivationTests(ClusterFixture fixture)
{
    private readonly string _key = $"activation-{Guid.NewGuid():N}";

    private ICounterGrain Counter => fixture.Cluster.Client.GetGrain<ICounterGrain>(_key);

    [Fact]
    public async Task Ten_thousand_first_calls_at_once_make_one_activation()
    {
        await Task.WhenAll(Enumerable.Range(0, 10_000).Select(_ => Task.Run(() => Counter.Add(1))));

        Assert.Equal(10_000, await Counter.Read());
        Assert.Equal(1, Signals.Counted($"{_key} active"));
    }

    [Fact]
    public async Task A_grain_called_while_it_deactivates_is_never_active_twice()
    {
        for (var round = 0; round < 50; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 20).Select(call => call == 7 ? Counter.Deactivate() : Counter.Add(1)));
            Assert.InRange(Signals.Counted($"{_key} active") - Signals.Counted($"{_key} gone"), 0, 1);
        }

        Assert.InRange(Signals.Counted($"{_key} active"), 2, 51);
    }

    [Fact]
    public async Task Calls_and_deactivations_from_everywhere_lose_no_call()
    {
        string[] keys = [.. Enumerable.Range(0, 8).Select(number => $"{_key}-{number}")];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            var random = new Random(caller);
            for (var call = 0; call < 1_000; call++)
            {
                var counter = fixture.Cluster.Client.GetGrain<ICounterGrain>(keys[random.Next(keys.Length)]);
                await (random.Next(20) == 0 ? counter.Deactivate() : counter.AddSlowly(1));
            }
        })));

        Assert.All(keys, key => Assert.InRange(Signals.Counted($"{key} active") - Signals.Counted($"{key} gone"), 0, 1));
    }

    [Fact]
    public async Task A_deactivated_grain_starts_afresh()
    {
        await Counter.Add(5);
        await Counter.Deactivate();

        Assert.Equal(1, await Counter.Add(1));
        Assert.Equal(1, Signals.Counted($"{_key} {DeactivationReasonCode.ApplicationRequested}"));
    }

    [Fact]
    public async Task A_running_call_ends_before_its_activation_does()
    {
        var held = Counter.HoldUntil($"{_key} go on");
        await Signals.Until($"{_key} holds");
        var deactivation = Counter.Deactivate();
        Signals.Give($"{_key} go on");
        await held;
        await deactivation;

        Assert.Equal(0, await Counter.Read());
    }
}
