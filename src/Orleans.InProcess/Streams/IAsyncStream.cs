using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>Finds streams.</summary>
public interface IStreamProvider
{
    /// <summary>The name that the provider was added under.</summary>
    string Name { get; }

    /// <summary>Whether a subscriber may start in the past. Not here.</summary>
    bool IsRewindable { get; }

    /// <summary>The stream with this id. Streams always exist; this costs an object.</summary>
    IAsyncStream<T> GetStream<T>(StreamId streamId);
}

/// <summary>What can be sent items.</summary>
public interface IAsyncObserver<in T>
{
    /// <summary>Takes one item. A subscriber that throws gets the same item again, some times.</summary>
    /// <param name="item">The item.</param>
    /// <param name="token">The item's place in the stream; a sender gives none.</param>
    Task OnNextAsync(T item, StreamSequenceToken? token = null);

    /// <summary>Learns that no more items come. No provider sends this.</summary>
    Task OnCompletedAsync() => Task.CompletedTask;

    /// <summary>Learns that the stream has failed. No provider sends this.</summary>
    Task OnErrorAsync(Exception ex);
}

/// <summary>What can be sent several items at once.</summary>
public interface IAsyncBatchProducer<T> : IAsyncObserver<T>
{
    /// <summary>Sends items, which subscribers get one by one and in this order.</summary>
    Task OnNextBatchAsync(IEnumerable<T> batch, StreamSequenceToken? token = null);
}

/// <summary>What can be subscribed to.</summary>
public interface IAsyncObservable<T>
{
    /// <summary>
    /// Subscribes the calling grain, or outside of grains the calling client. For a grain that the stream is bound to implicitly this attaches
    /// an observer to that binding; otherwise it makes a subscription that lasts until <see cref="StreamSubscriptionHandle{T}.UnsubscribeAsync"/>.
    /// </summary>
    Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer);
}

/// <summary>A stream whatever its items.</summary>
public interface IAsyncStream
{
    /// <summary>Which stream of the provider.</summary>
    StreamId StreamId { get; }

    /// <summary>The provider's name.</summary>
    string ProviderName { get; }

    /// <summary>Whether a subscriber may start in the past. Not here.</summary>
    bool IsRewindable { get; }
}

/// <summary>A stream of items, from anybody to every subscriber.</summary>
public interface IAsyncStream<T> : IAsyncStream, IAsyncObservable<T>, IAsyncBatchProducer<T>
{
    /// <summary>The subscriptions of the calling grain to this stream, for an activation to resume those of the one before it.</summary>
    Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles();
}

/// <summary>One subscription, as its subscriber holds it.</summary>
public abstract class StreamSubscriptionHandle<T> : IEquatable<StreamSubscriptionHandle<T>>
{
    /// <summary>The stream.</summary>
    public abstract StreamId StreamId { get; }

    /// <summary>The provider's name.</summary>
    public abstract string ProviderName { get; }

    /// <summary>The subscription's own id.</summary>
    public abstract Guid HandleId { get; }

    /// <summary>Ends the subscription. An implicit one ends only for this activation.</summary>
    public abstract Task UnsubscribeAsync();

    /// <summary>Attaches <paramref name="observer"/> in place of the one before.</summary>
    /// <param name="observer">Who gets the items from now on.</param>
    /// <param name="token">Where to start: must be <see langword="null"/>, for now.</param>
    public abstract Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token = null);

    /// <summary>Same subscription.</summary>
    public abstract bool Equals(StreamSubscriptionHandle<T>? other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StreamSubscriptionHandle<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => HandleId.GetHashCode();
}
