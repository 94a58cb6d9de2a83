using MonEspaceSante.Engine_Tests.Grains;
using Orleans.Streams;

namespace MonEspaceSante.Engine_Tests;

/// <summary>Streams: who gets what, in which order, and how often.</summary>
[Collection(SharedCluster.Name)]
public sealed class StreamTests(ClusterFixture fixture)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly string _key = $"stream-{Guid.NewGuid():N}";

    private IClusterClient Client => fixture.Cluster.Client;

    [Fact]
    public async Task A_bound_grain_gets_every_item_in_order()
    {
        List<string> items = [.. Enumerable.Range(0, 200).Select(number => $"item {number}")];
        await Client.GetGrain<IWriterGrain>(_key).Write("bound", _key, items);
        await Got("item 199");

        Assert.Equal(items, await Client.GetGrain<IBoundReaderGrain>(_key).Items());
    }

    [Fact]
    public async Task A_grain_told_of_its_subscription_gets_the_item_that_told_it()
    {
        await Write("told", "news");
        await Got("news");

        Assert.Equal(["news"], await Client.GetGrain<IToldReaderGrain>(_key).Items());
    }

    [Fact]
    public async Task A_batch_arrives_item_by_item()
    {
        await Stream("bound").OnNextBatchAsync(["one", "two", "three"]);
        await Got("three");

        Assert.Equal(["one", "two", "three"], await Client.GetGrain<IBoundReaderGrain>(_key).Items());
    }

    [Fact]
    public async Task A_subscription_outlives_the_activation_that_made_it()
    {
        var reader = Client.GetGrain<IFreeReaderGrain>(_key);
        await reader.Subscribe();
        await Write("free", "to the first");
        await Got("to the first");
        await reader.Deactivate();
        await Write("free", "to the second");
        await Got("to the second");

        Assert.Equal(["to the second"], await reader.Items());
    }

    [Fact]
    public async Task A_subscription_that_has_ended_gets_nothing_more()
    {
        var reader = Client.GetGrain<IFreeReaderGrain>(_key);
        await reader.Subscribe();
        await Write("free", "before");
        await Got("before");
        await reader.Unsubscribe();
        await Write("free", "after");
        await Write("bound", "a sign that time has passed");
        await Got("a sign that time has passed");

        Assert.Equal(["before"], await reader.Items());
    }

    [Fact]
    public async Task An_item_comes_again_after_a_failure_and_the_others_wait_for_it()
    {
        await Write("bound", "fails once");
        await Write("bound", "next");
        await Got("next");

        Assert.Equal(["fails once", "next"], await Client.GetGrain<IBoundReaderGrain>(_key).Items());
    }

    [Fact]
    public async Task A_client_may_subscribe()
    {
        var subscription = await Stream("client").SubscribeAsync((item, _) =>
        {
            Signals.Give($"{_key} got {item}");
            return Task.CompletedTask;
        });
        await Write("client", "for all");
        await Got("for all");

        Assert.Equal(_key, subscription.StreamId.GetKeyAsString());
        await subscription.UnsubscribeAsync();
    }

    [Fact]
    public void An_unknown_provider_is_an_error() =>
        Assert.Throws<KeyNotFoundException>(() => Client.GetStreamProvider("nowhere"));

    private IAsyncStream<string> Stream(string streamNamespace) =>
        Client.GetStreamProvider(Cluster.Streams).GetStream<string>(StreamId.Create(streamNamespace, _key));

    private Task Write(string streamNamespace, string item) => Stream(streamNamespace).OnNextAsync(item);

    private Task Got(string item) => fixture.Cluster.PassUntilAsync($"{_key} got {item}", Step);
}
