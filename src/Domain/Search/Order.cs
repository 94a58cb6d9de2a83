using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Search;

/// <summary>The order that a query asks for: by its keys, then by identity, so that it is total.</summary>
internal sealed class Order(ValueList<SortKey> keys)
{
    private static readonly SortKey LatestFirst = new(Clause.LastUpdated, Descending: true);

    private readonly SortKey[] _keys = keys.Count > 0 ? [.. keys] : [LatestFirst];

    /// <summary>Where <paramref name="thing"/> stands.</summary>
    public Place PlaceOf(in Indexed thing)
    {
        var ranks = new Rank[_keys.Length];
        for (var i = 0; i < ranks.Length; i++)
        {
            ranks[i] = RankOf(_keys[i], thing);
        }

        return new(ranks, thing.Id);
    }

    /// <summary>Which of two comes first.</summary>
    public int Compare(Place one, Place other)
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            var (a, b) = (one.Ranks[i], other.Ranks[i]);
            var order = a.Missing || b.Missing ? a.Missing.CompareTo(b.Missing) : _keys[i].Descending ? b.CompareTo(a) : a.CompareTo(b);
            if (order != 0)
            {
                return order;
            }
        }

        return one.Id.CompareTo(other.Id);
    }

    private static Rank RankOf(SortKey key, in Indexed thing)
    {
        if (key.Parameter is Clause.LastUpdated or Clause.Id)
        {
            return key.Parameter is Clause.Id ? new(false, 0, thing.Id.ToString("N")) : new(false, thing.UpdatedAt.UtcTicks, null);
        }

        var first = Rank.None;
        foreach (var value in thing.Index.Span)
        {
            if (value.Parameter == key.Parameter && RankOf(value) is var rank && (first.Missing || (rank.CompareTo(first) < 0) != key.Descending))
            {
                first = rank;
            }
        }

        return first;
    }

    private static Rank RankOf(IndexedValue value) => value switch
    {
        IndexedValue.Moment moment => new(false, moment.From.UtcTicks, null),
        IndexedValue.Quantity quantity => new(false, quantity.Low, null),
        IndexedValue.Text text => new(false, 0, Folding.Fold(text.Exact)),
        IndexedValue.Token token => new(false, 0, token.Code ?? token.Label),
        IndexedValue.Link link => new(false, 0, link.Thing?.ToString("N") ?? link.Elsewhere ?? link.Identifier),
        IndexedValue.Uri uri => new(false, 0, uri.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "No such kind of value."),
    };

    /// <summary>A place in the order.</summary>
    internal readonly record struct Place(Rank[] Ranks, Guid Id);

    /// <summary>What one key says of a thing: a number or words, or nothing.</summary>
    internal readonly record struct Rank(bool Missing, decimal Number, string? Words)
    {
        public static readonly Rank None = new(true, 0, null);

        public int CompareTo(in Rank other) => Words is null && other.Words is null ? Number.CompareTo(other.Number) : string.CompareOrdinal(Words, other.Words);
    }
}
