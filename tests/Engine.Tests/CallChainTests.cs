using MonEspaceSante.Engine_Tests.Grains;
using Orleans.Configuration;

namespace MonEspaceSante.Engine_Tests;

/// <summary>Semantics 2: calls that come back to a grain that waits.</summary>
public sealed class CallChainTests
{
    [Fact]
    public async Task A_chain_that_may_come_back_does()
    {
        await using var cluster = await Cluster.StartAsync();
        var asker = cluster.Client.GetGrain<ICallerGrain>("asker");

        Assert.Equal("asker asked other", await asker.Ask(cluster.Client.GetGrain<ICallerGrain>("other"), mayCallBack: true));
    }

    [Fact]
    public async Task A_cyclic_call_ends_in_a_timeout_and_the_grains_go_on()
    {
        await using var cluster = await Cluster.StartAsync(
            silo => silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(2)));
        var asker = cluster.Client.GetGrain<ICallerGrain>("asker");
        var other = cluster.Client.GetGrain<ICallerGrain>("cyclic");

        var cycle = asker.Ask(other, mayCallBack: false);
        await Signals.Until("cyclic is asked");
        var name = asker.Name();
        Assert.False(cycle.IsCompleted);
        await cluster.PassAsync(TimeSpan.FromSeconds(4));

        await Assert.ThrowsAsync<TimeoutException>(() => cycle);
        await Record.ExceptionAsync(() => name);
        Assert.Equal("asker", await asker.Name());
    }
}
