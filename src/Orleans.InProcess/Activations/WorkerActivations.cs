using System.Collections.Concurrent;

namespace Orleans.Runtime;

/// <summary>Several activations per key, as many as are busy at once, up to a limit.</summary>
internal sealed class WorkerActivations(GrainClass grainClass, int limit) : IActivations
{
    private readonly ConcurrentDictionary<string, Workers> _byKey = new();

    public IEnumerable<Activation> All => _byKey.SelectMany(pair => pair.Value.All);

    public Activation For(string key) => _byKey.GetOrAdd(key, static _ => new()).Next(grainClass, key, limit);

    public void Remove(Activation activation)
    {
        if (_byKey.TryGetValue(activation.Key, out var workers))
        {
            workers.Remove(activation);
        }
    }

    private sealed class Workers
    {
        private readonly Lock _gate = new();
        private readonly List<Activation> _workers = [];
        private int _turn;

        public Activation[] All
        {
            get
            {
                lock (_gate)
                {
                    return [.. _workers];
                }
            }
        }

        public Activation Next(GrainClass grainClass, string key, int limit)
        {
            lock (_gate)
            {
                if (_workers.Find(worker => worker.IsIdle) is { } idle)
                {
                    return idle;
                }

                if (_workers.Count < limit)
                {
                    _workers.Add(new(grainClass, key));
                    return _workers[^1];
                }

                _turn = (_turn + 1) % _workers.Count;
                return _workers[_turn];
            }
        }

        public void Remove(Activation activation)
        {
            lock (_gate)
            {
                _workers.Remove(activation);
            }
        }
    }
}
