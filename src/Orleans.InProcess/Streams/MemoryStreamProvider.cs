using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>
/// Streams within the process. A send ends when the item is in the line of every subscription; each line is delivered in order, one item
/// at a time. Nothing is kept for those who subscribe later, and lines end with the process: senders who must not lose an item send again.
/// </summary>
internal sealed class MemoryStreamProvider(string name, Silo silo) : IStreamProvider
{
    private readonly ConcurrentDictionary<Guid, DeliveryLine> _lines = new();
    private readonly Dictionary<StreamId, List<StreamSubscription>> _explicit = [];
    private readonly Lock _gate = new();
    private long _sends;

    public string Name => name;

    public bool IsRewindable => false;

    public Silo Silo => silo;

    public IAsyncStream<T> GetStream<T>(StreamId streamId) => new MemoryStream<T>(this, streamId);

    public void Publish<T>(StreamId streamId, IEnumerable<T> items)
    {
        var number = Interlocked.Increment(ref _sends);
        var subscriptions = SubscriptionsTo(streamId);
        var index = 0;
        foreach (var item in items)
        {
            var sent = silo.Codec is { } codec ? (T)codec.RoundTrip(item, typeof(T))! : item;
            var token = new Providers.Streams.Common.EventSequenceTokenV2(number, index++);
            foreach (var subscription in subscriptions)
            {
                Enqueue(subscription, () => subscription.Deliver(sent, token));
            }
        }
    }

    public void Add(StreamSubscription subscription)
    {
        lock (_gate)
        {
            if (!_explicit.TryGetValue(subscription.StreamId, out var subscriptions))
            {
                _explicit[subscription.StreamId] = subscriptions = [];
            }

            subscriptions.Add(subscription);
        }
    }

    public void Remove(StreamSubscription subscription)
    {
        lock (_gate)
        {
            if (_explicit.TryGetValue(subscription.StreamId, out var subscriptions)
                && subscriptions.RemoveAll(known => known.Id == subscription.Id) > 0
                && subscriptions.Count == 0)
            {
                _explicit.Remove(subscription.StreamId);
            }
        }
    }

    /// <summary>Every subscription to a stream: those that were made, and those that grain classes declare.</summary>
    public List<StreamSubscription> SubscriptionsTo(StreamId streamId)
    {
        var subscriptions = silo.Classes.All
            .Where(grainClass => Array.Exists(grainClass.StreamNamespaces, bound => bound.IsMatch(streamId.GetNamespace())))
            .Select(grainClass => (StreamSubscription)Implicit(grainClass, streamId))
            .ToList();
        lock (_gate)
        {
            subscriptions.AddRange(_explicit.GetValueOrDefault(streamId) ?? []);
        }

        return subscriptions;
    }

    private GrainSubscription Implicit(GrainClass grainClass, StreamId streamId)
    {
        var key = streamId.GetKeyAsString();
        if (grainClass.Type.IsAssignableTo(typeof(IGrainWithIntegerKey)))
        {
            key = GrainIdKeyExtensions.CreateIntegerKey(long.Parse(key, System.Globalization.CultureInfo.InvariantCulture)).ToString();
        }

        // The same subscription has the same id at every send and in every activation.
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{grainClass.GrainType}\n{streamId}")).AsSpan(0, 16));
        return new GrainSubscription(this, streamId, id, grainClass, key, isImplicit: true);
    }

    private void Enqueue(StreamSubscription subscription, Func<Task> deliver)
    {
        // A line that has just run empty refuses; it leaves the table by itself.
        while (!_lines.GetOrAdd(subscription.Id, static (id, self) => new(id, self._lines, self.Name, self.Silo), this).TryEnqueue(deliver))
        {
        }
    }
}
