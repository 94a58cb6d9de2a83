using Orleans.Streams;
using Orleans.Streams.Core;

namespace MonEspaceSante.Engine_Tests.Grains;

/// <summary>What a subscriber has got.</summary>
public interface IReaderGrain : IGrainWithStringKey
{
    [Alias("items")]
    Task<List<string>> Items();

    [Alias("deactivate")]
    Task Deactivate();
}

internal abstract class ReaderGrain : Grain, IReaderGrain, IAsyncObserver<string>
{
    private readonly List<string> _items = [];

    public Task<List<string>> Items() => Task.FromResult(_items.ToList());

    public Task Deactivate()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task OnNextAsync(string item, StreamSequenceToken? token = null)
    {
        Assert.NotNull(token);
        if (item.StartsWith("fails once", StringComparison.Ordinal) && Signals.Count($"{this.GetPrimaryKeyString()} {item}") == 1)
        {
            throw new InvalidOperationException("The first attempt fails.");
        }

        await Task.Yield();
        _items.Add(item);
        Signals.Give($"{this.GetPrimaryKeyString()} got {item}");
    }

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}

/// <summary>Bound to a namespace; attaches when it activates.</summary>
[Alias("engine-tests.bound-reader")]
public interface IBoundReaderGrain : IReaderGrain;

[GrainType("engine-tests.bound-reader")]
[ImplicitStreamSubscription("bound")]
internal sealed class BoundReaderGrain : ReaderGrain, IBoundReaderGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        this.GetStreamProvider(Cluster.Streams).GetStream<string>("bound", this.GetPrimaryKeyString()).SubscribeAsync(this);
}

/// <summary>Bound to a namespace; attaches when it is told of the subscription.</summary>
[Alias("engine-tests.told-reader")]
public interface IToldReaderGrain : IReaderGrain;

[GrainType("engine-tests.told-reader")]
[ImplicitStreamSubscription("told")]
internal sealed class ToldReaderGrain : ReaderGrain, IToldReaderGrain, IStreamSubscriptionObserver
{
    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<string>().ResumeAsync(this);
}

/// <summary>Subscribes by itself, and takes up again what the activation before it has left.</summary>
[Alias("engine-tests.free-reader")]
public interface IFreeReaderGrain : IReaderGrain
{
    [Alias("subscribe")]
    Task Subscribe();

    [Alias("unsubscribe")]
    Task Unsubscribe();
}

[GrainType("engine-tests.free-reader")]
internal sealed class FreeReaderGrain : ReaderGrain, IFreeReaderGrain
{
    private IAsyncStream<string> Stream => this.GetStreamProvider(Cluster.Streams).GetStream<string>("free", this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        foreach (var subscription in await Stream.GetAllSubscriptionHandles())
        {
            await subscription.ResumeAsync(this);
        }
    }

    public Task Subscribe() => Stream.SubscribeAsync(this);

    public async Task Unsubscribe()
    {
        foreach (var subscription in await Stream.GetAllSubscriptionHandles())
        {
            await subscription.UnsubscribeAsync();
        }
    }
}

/// <summary>Sends.</summary>
[Alias("engine-tests.writer")]
public interface IWriterGrain : IGrainWithStringKey
{
    [Alias("write")]
    Task Write(string streamNamespace, string key, List<string> items);
}

[GrainType("engine-tests.writer")]
internal sealed class WriterGrain : Grain, IWriterGrain
{
    public async Task Write(string streamNamespace, string key, List<string> items)
    {
        var stream = this.GetStreamProvider(Cluster.Streams).GetStream<string>(StreamId.Create(streamNamespace, key));
        foreach (var item in items)
        {
            await stream.OnNextAsync(item);
        }
    }
}
