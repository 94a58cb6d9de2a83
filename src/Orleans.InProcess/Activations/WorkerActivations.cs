namespace Orleans.Runtime;

/// <summary>Several activations per key, as many as are busy at once, up to a limit.</summary>
internal sealed class WorkerActivations(GrainClass grainClass, int limit) : IActivations
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Activation>> _byKey = [];
    private int _turn;

    public IEnumerable<Activation> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _byKey.Values.SelectMany(workers => workers)];
            }
        }
    }

    public Activation For(string key)
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue(key, out var workers))
            {
                _byKey[key] = workers = [];
            }

            if (workers.Find(worker => worker.IsIdle) is { } idle)
            {
                return idle;
            }

            if (workers.Count < limit)
            {
                workers.Add(new(grainClass, key));
                return workers[^1];
            }

            _turn = (_turn + 1) % workers.Count;
            return workers[_turn];
        }
    }

    public void Remove(Activation activation)
    {
        lock (_gate)
        {
            if (_byKey.TryGetValue(activation.Key, out var workers) && workers.Remove(activation) && workers.Count == 0)
            {
                _byKey.Remove(activation.Key);
            }
        }
    }
}
