using MonEspaceSante.Engine_Tests.Grains;

namespace MonEspaceSante.Engine_Tests;

[Collection(SharedCluster.Name)]
public sealed class ActivationTests(ClusterFixture fixture)
{
    [Fact]
    public async Task Ten_thousand_first_calls_at_once_make_one_activation()
    {
        var key = $"first-{Guid.NewGuid():N}";
        await Task.WhenAll(Enumerable.Range(0, 10_000).Select(_ => Task.Run(() => Counter(key).Add(1))));

        Assert.Equal(10_000, await Counter(key).Read());
        Assert.Equal(1, await Counter(key).Activations());
    }

    [Fact]
    public async Task A_grain_called_while_it_deactivates_is_never_active_twice()
    {
        var key = $"again-{Guid.NewGuid():N}";
        for (var round = 1; round <= 50; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 20).Select(call => call == 7 ? Counter(key).Deactivate() : Counter(key).Add(1)));
            Assert.InRange(Signals.Counted($"{key} active") - Signals.Counted($"{key} gone"), 0, 1);
        }

        Assert.True(await Counter(key).Activations() > 1);
    }

    private ICounterGrain Counter(string key) => fixture.Cluster.Client.GetGrain<ICounterGrain>(key);
}
