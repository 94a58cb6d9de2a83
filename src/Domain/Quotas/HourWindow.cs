namespace MonEspaceSante.Domain.Quotas;

/// <summary>What was seen within the last hour, each thing once, from its first time.</summary>
internal sealed class HourWindow<T>
    where T : notnull
{
    private readonly HashSet<T> _seen = [];
    private readonly Queue<(T Thing, DateTimeOffset At)> _order = [];

    /// <summary>How many there are.</summary>
    public int Count => _seen.Count;

    /// <summary>Forgets what is an hour old at <paramref name="at"/>.</summary>
    public void Forget(DateTimeOffset at)
    {
        while (_order.TryPeek(out var oldest) && oldest.At <= at - ActivityQuota.Window)
        {
            _order.Dequeue();
            _seen.Remove(oldest.Thing);
        }
    }

    /// <summary>Whether <paramref name="thing"/> was seen.</summary>
    public bool Contains(T thing) => _seen.Contains(thing);

    /// <summary>Takes in something that is new.</summary>
    public void Add(T thing, DateTimeOffset at)
    {
        _seen.Add(thing);
        _order.Enqueue((thing, at));
    }
}
