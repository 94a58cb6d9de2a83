using MonEspaceSante.Engine_Tests.Grains;

namespace MonEspaceSante.Engine_Tests;

/// <summary>What travels with calls.</summary>
[Collection(SharedCluster.Name)]
public sealed class ContextTests(ClusterFixture fixture)
{
    private ICallerGrain Caller => fixture.Cluster.Client.GetGrain<ICallerGrain>("context");

    [Fact]
    public async Task Values_travel_down_the_calls()
    {
        RequestContext.Set("who", "me");

        Assert.Equal("me", await Caller.Context("who", hops: 0));
        Assert.Equal("me", await Caller.Context("who", hops: 2));
    }

    [Fact]
    public async Task Values_do_not_come_back_or_stay()
    {
        await Caller.SetContext("left", "behind");

        Assert.Null(RequestContext.Get("left"));
        Assert.Null(await Caller.Context("left", hops: 0));
        Assert.Null(await Caller.Context("left", hops: 1));
    }

    [Fact]
    public async Task Values_set_in_one_call_are_not_seen_by_the_next_in_line()
    {
        var calls = Enumerable.Range(0, 200).Select(call => call % 2 == 0 ? Set() : Caller.Context("left", hops: 0)).ToArray();

        Assert.All(await Task.WhenAll(calls), Assert.Null);

        async Task<string?> Set()
        {
            await Caller.SetContext("left", "behind");
            return null;
        }
    }

    [Fact]
    public async Task A_value_set_after_a_call_was_sent_does_not_reach_it()
    {
        var key = $"context-{Guid.NewGuid():N}";
        var counter = fixture.Cluster.Client.GetGrain<ICounterGrain>(key);
        var caller = fixture.Cluster.Client.GetGrain<ICallerGrain>(key);
        RequestContext.Set("when", "before");
        var sent = caller.Context("when", hops: 1);
        RequestContext.Set("when", "after");

        Assert.Equal("before", await sent);
        Assert.Equal(1, await counter.Add(1));
    }
}
