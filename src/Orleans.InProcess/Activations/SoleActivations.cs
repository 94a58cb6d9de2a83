using System.Collections.Concurrent;

namespace Orleans.Runtime;

/// <summary>At most one activation per key: the promise that virtual grains rest on.</summary>
internal sealed class SoleActivations(GrainClass grainClass) : IActivations
{
    private readonly ConcurrentDictionary<string, Activation> _byKey = new();

    public IEnumerable<Activation> All => _byKey.Select(pair => pair.Value);

    // A losing candidate of a race is dropped unseen: an activation does nothing before it is given work.
    public Activation For(string key) =>
        _byKey.TryGetValue(key, out var activation) ? activation : _byKey.GetOrAdd(key, static (key, grainClass) => new(grainClass, key), grainClass);

    public void Remove(Activation activation) => _byKey.TryRemove(KeyValuePair.Create(activation.Key, activation));
}
