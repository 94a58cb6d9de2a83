using Orleans.Runtime;
using Orleans.Streams.Core;

namespace Orleans.Streams;

/// <summary>Who gets the items of a stream.</summary>
internal abstract class StreamSubscription(MemoryStreamProvider provider, StreamId streamId, Guid id)
{
    public MemoryStreamProvider Provider => provider;

    public StreamId StreamId => streamId;

    public Guid Id => id;

    /// <summary>Ends when the subscriber has taken the item.</summary>
    public abstract Task Deliver<T>(T item, StreamSequenceToken token);

    public abstract void Attach<T>(IAsyncObserver<T> observer);

    public abstract void End();
}

/// <summary>A client's subscription: its observer is called on the thread pool.</summary>
internal sealed class ClientSubscription(MemoryStreamProvider provider, StreamId streamId) : StreamSubscription(provider, streamId, Guid.NewGuid())
{
    private volatile object? _observer;

    public override Task Deliver<T>(T item, StreamSequenceToken token) =>
        _observer is { } observer ? ((IAsyncObserver<T>)observer).OnNextAsync(item, token) : Task.CompletedTask;

    public override void Attach<T>(IAsyncObserver<T> observer) => _observer = observer;

    public override void End()
    {
        _observer = null;
        Provider.Remove(this);
    }
}

/// <summary>A grain's subscription: an item is a turn of the grain, which is activated for it.</summary>
internal sealed class GrainSubscription(
    MemoryStreamProvider provider, StreamId streamId, Guid id, GrainClass grainClass, string key, bool isImplicit)
    : StreamSubscription(provider, streamId, id), IStreamSubscriptionHandleFactory
{
    public string ProviderName => Provider.Name;

    public bool IsImplicit => isImplicit;

    public bool BelongsTo(Activation activation) => activation.GrainClass == grainClass && activation.Key == key;

    public StreamSubscriptionHandle<T> Create<T>() => new SubscriptionHandle<T>(this);

    public override Task Deliver<T>(T item, StreamSequenceToken token)
    {
        var delivery = new Delivery<T>(this, item, token);
        delivery.Send();
        return delivery.Taken;
    }

    public override void Attach<T>(IAsyncObserver<T> observer) => Here().StreamObservers[Id] = observer;

    public override void End()
    {
        Activation.Current?.StreamObservers.Remove(Id);
        if (!isImplicit)
        {
            Provider.Remove(this);
        }
    }

    private static Activation Here() =>
        Activation.Current ?? throw new InvalidOperationException("A grain attaches an observer in a turn of its own.");

    private sealed class Delivery<T>(GrainSubscription subscription, T item, StreamSequenceToken token) : Work
    {
        private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Taken => _taken.Task;

        public override bool IsAbandoned => _taken.Task.IsCompleted;

        public override void Start(Activation activation) => _ = Run(activation);

        public override void Reject(Exception reason) => _taken.TrySetException(reason);

        public override void Send() => subscription.Target(this);

        private async Task Run(Activation activation)
        {
            try
            {
                if (await FindObserver(activation) is { } observer)
                {
                    await ((IAsyncObserver<T>)observer).OnNextAsync(item, token);
                }

                _taken.TrySetResult();
            }
            catch (Exception exception)
            {
                _taken.TrySetException(exception);
            }

            activation.Finish(this);
        }

        private async Task<object?> FindObserver(Activation activation)
        {
            if (activation.StreamObservers.TryGetValue(subscription.Id, out var observer))
            {
                return observer;
            }

            if (activation.GrainInstance is IStreamSubscriptionObserver asked)
            {
                await asked.OnSubscribed(subscription);
            }

            if (!activation.StreamObservers.TryGetValue(subscription.Id, out observer))
            {
                activation.GrainClass.Silo.Log.NoObserver(activation.GrainClass.GrainType);
            }

            return observer;
        }
    }

    private void Target(Work delivery) => grainClass.Post(key, delivery);
}
