namespace MonEspaceSante.Domain.Search;

/// <summary>The first few of many, in order: most of the many are compared once and forgotten.</summary>
internal sealed class FirstFew<T>(Order order, int capacity)
{
    private readonly List<(Order.Place Place, T Thing)> _few = [];

    /// <summary>How many there are.</summary>
    public int Count => _few.Count;

    /// <summary>They, without the first <paramref name="skip"/>.</summary>
    public List<(Order.Place Place, T Thing)> From(int skip) => _few[Math.Min(skip, _few.Count)..];

    /// <summary>Takes <paramref name="thing"/> in, if it is one of them so far.</summary>
    public void Offer(Order.Place place, T thing)
    {
        if (capacity == 0 || (_few.Count == capacity && order.Compare(_few[^1].Place, place) < 0))
        {
            return;
        }

        var (low, high) = (0, _few.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = order.Compare(_few[middle].Place, place) < 0 ? (middle + 1, high) : (low, middle);
        }

        if (_few.Count == capacity)
        {
            _few.RemoveAt(_few.Count - 1);
        }

        _few.Insert(low, (place, thing));
    }
}
