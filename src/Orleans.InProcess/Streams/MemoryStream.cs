using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>A stream of a <see cref="MemoryStreamProvider"/>, as senders and subscribers hold it.</summary>
internal sealed class MemoryStream<T>(MemoryStreamProvider provider, StreamId streamId) : IAsyncStream<T>
{
    public StreamId StreamId => streamId;

    public string ProviderName => provider.Name;

    public bool IsRewindable => provider.IsRewindable;

    public Task OnNextAsync(T item, StreamSequenceToken? token = null) => OnNextBatchAsync([item], token);

    public Task OnNextBatchAsync(IEnumerable<T> batch, StreamSequenceToken? token = null)
    {
        provider.Publish(streamId, batch);
        return Task.CompletedTask;
    }

    public Task OnCompletedAsync() => throw new NotImplementedException("The end of a stream is not carried.");

    public Task OnErrorAsync(Exception ex) => throw new NotImplementedException("The failure of a stream is not carried.");

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer)
    {
        var subscription = Subscription();
        subscription.Attach(observer);
        if (subscription is not GrainSubscription { IsImplicit: true })
        {
            provider.Add(subscription);
        }

        return Task.FromResult<StreamSubscriptionHandle<T>>(new SubscriptionHandle<T>(subscription));
    }

    public Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles()
    {
        IList<StreamSubscriptionHandle<T>> handles = [.. OfTheCaller().Select(subscription => new SubscriptionHandle<T>(subscription))];
        return Task.FromResult(handles);
    }

    private StreamSubscription Subscription() => Activation.Current is { } activation
        ? OfTheCaller().FirstOrDefault(subscription => subscription.IsImplicit)
            ?? new GrainSubscription(provider, streamId, Guid.NewGuid(), activation.GrainClass, activation.Key, isImplicit: false)
        : new ClientSubscription(provider, streamId);

    private IEnumerable<GrainSubscription> OfTheCaller() => Activation.Current is { } activation
        ? provider.SubscriptionsTo(streamId).OfType<GrainSubscription>().Where(subscription => subscription.BelongsTo(activation))
        : [];
}

internal sealed class SubscriptionHandle<T>(StreamSubscription subscription) : StreamSubscriptionHandle<T>
{
    public override StreamId StreamId => subscription.StreamId;

    public override string ProviderName => subscription.Provider.Name;

    public override Guid HandleId => subscription.Id;

    public override Task UnsubscribeAsync()
    {
        subscription.End();
        return Task.CompletedTask;
    }

    public override Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token = null)
    {
        if (token is not null)
        {
            throw new ArgumentException("Memory streams of the stand-in do not rewind.", nameof(token));
        }

        subscription.Attach(observer);
        return Task.FromResult<StreamSubscriptionHandle<T>>(this);
    }

    public override bool Equals(StreamSubscriptionHandle<T>? other) => other?.HandleId == HandleId;
}
