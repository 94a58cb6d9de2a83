namespace MonEspaceSante.Professionals.Tables;

/// <summary>Numbers put into buckets, end to end in one array: within a bucket they keep their order.</summary>
internal sealed class Buckets
{
    /// <summary>What belongs in no bucket.</summary>
    public const int None = -1;

    private readonly int[] _starts;
    private readonly int[] _items;

    /// <summary>Puts the numbers 0, 1, 2… into the buckets that <paramref name="bucketOf"/> says for each.</summary>
    public Buckets(int buckets, int items, Func<int, int> bucketOf)
    {
        _starts = new int[buckets + 1];
        for (var item = 0; item < items; item++)
        {
            if (bucketOf(item) is not None and var bucket)
            {
                _starts[bucket + 1]++;
            }
        }

        for (var bucket = 0; bucket < buckets; bucket++)
        {
            _starts[bucket + 1] += _starts[bucket];
        }

        var next = _starts.AsSpan(0, buckets).ToArray();
        _items = new int[_starts[buckets]];
        for (var item = 0; item < items; item++)
        {
            if (bucketOf(item) is not None and var bucket)
            {
                _items[next[bucket]++] = item;
            }
        }
    }

    /// <summary>What is in <paramref name="bucket"/>.</summary>
    public ReadOnlyMemory<int> this[int bucket] => _items.AsMemory(_starts[bucket].._starts[bucket + 1]);
}
