namespace MonEspaceSante.Fhir.Paths;

/// <summary>An ordered collection of values; borrowed from a <see cref="PathScope"/> and given back, so that evaluating allocates next to nothing.</summary>
internal sealed class PathValues
{
    private PathValue[] _items = new PathValue[4];

    public int Count { get; private set; }

    public PathValue this[int index] => _items[index];

    /// <summary>The values, until the next one is added.</summary>
    public ReadOnlySpan<PathValue> Items => _items.AsSpan(0, Count);

    public void Add(PathValue value)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = value;
    }

    public void Add(bool value) => Add(PathValue.Of(value));

    public void AddRange(ReadOnlySpan<PathValue> values)
    {
        foreach (var value in values)
        {
            Add(value);
        }
    }

    /// <summary>Forgets every value, so that no resource is kept alive by an idle collection.</summary>
    public void Clear()
    {
        Array.Clear(_items, 0, Count);
        Count = 0;
    }
}
