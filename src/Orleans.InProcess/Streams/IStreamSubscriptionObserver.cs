using Orleans.Runtime;

namespace Orleans.Streams.Core;

/// <summary>A grain that is told of subscriptions for which it has attached no observer.</summary>
public interface IStreamSubscriptionObserver
{
    /// <summary>Runs before the first item of such a subscription; attaches an observer with <see cref="IStreamSubscriptionHandleFactory.Create"/>.</summary>
    Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory);
}

/// <summary>Makes the handle of one subscription.</summary>
public interface IStreamSubscriptionHandleFactory
{
    /// <summary>The provider's name.</summary>
    string ProviderName { get; }

    /// <summary>The stream.</summary>
    StreamId StreamId { get; }

    /// <summary>The handle, to be resumed with an observer.</summary>
    StreamSubscriptionHandle<T> Create<T>();
}
