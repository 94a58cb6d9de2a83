using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Search;

/// <summary>Cuts the page that a query asks for from a shelf.</summary>
internal static class Pages
{
    /// <summary>The page.</summary>
    /// <param name="shelf">What is searched.</param>
    /// <param name="query">What is searched for.</param>
    /// <param name="index">What a thing is found by.</param>
    /// <param name="visible">Whether the caller may see a thing: what they may not is neither told nor counted.</param>
    /// <param name="now">The moment of the search.</param>
    public static Outcome<Page<T>> Cut<T>(Shelf<T> shelf, ResourceQuery query, Func<T, Indexed> index, Func<T, bool> visible, DateTimeOffset now)
        where T : class
    {
        if (query.Count is < 0 or > ResourceQuery.MostCount || query.Skip < 0 || (query is { Cursor: not null, Skip: > 0 }))
        {
            return SearchRefusals.CountInvalid;
        }

        var cursor = new Cursor(shelf.Revision, default);
        if (query.Cursor is not null
            && (!Cursor.TryParse(query.Cursor, out cursor) || cursor.Revision < shelf.Horizon || cursor.Revision > shelf.Revision))
        {
            return SearchRefusals.CursorExpired;
        }

        var order = new Order(query.Sort);
        Order.Place? after = null;
        if (query.Cursor is not null)
        {
            if (shelf.AsOf(cursor.Revision).Select(thing => thing.Then).FirstOrDefault(thing => index(thing).Id == cursor.Last) is not { } last)
            {
                return SearchRefusals.CursorExpired;
            }

            after = order.PlaceOf(index(last));
        }

        var matching = new Matching(query.Clauses, now);
        var page = new FirstFew<T>(order, query.Skip + query.Count);
        var (total, beyond) = (0, 0);
        foreach (var (then, standing) in shelf.AsOf(cursor.Revision))
        {
            var thing = index(then);
            if (standing is null || !matching.Holds(thing) || !visible(standing))
            {
                continue;
            }

            total++;
            var place = order.PlaceOf(thing);
            if (after is not { } from || order.Compare(place, from) > 0)
            {
                beyond++;
                page.Offer(place, standing);
            }
        }

        var few = page.From(query.Skip);
        return new Page<T>(
            few.Select(found => found.Thing).ToValueList(), query.WithTotal ? total : null,
            few.Count > 0 && beyond > page.Count ? new Cursor(cursor.Revision, few[^1].Place.Id).ToString() : null);
    }
}
