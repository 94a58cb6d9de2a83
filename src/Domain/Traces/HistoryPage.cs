using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Traces;

/// <summary>
/// Cuts a page from a history. Entries are never changed and the latest come first, so the page after an entry is the same however many come in
/// meanwhile, the readings of the pages themselves included.
/// </summary>
public static class HistoryPage
{
    /// <summary>The page of <paramref name="told"/> that <paramref name="query"/> asks for; its cursor is the identity of the last entry of the page before.</summary>
    /// <param name="told">What the reader is told of, the latest first.</param>
    /// <param name="query">What is searched for, by the parameters of <see cref="TraceIndex"/>; there is one order.</param>
    /// <param name="space">Whose history it is.</param>
    /// <param name="now">The moment of the search.</param>
    /// <returns>The page; <see cref="SearchRefusals.CursorExpired"/> after an entry that the reader is not told of.</returns>
    public static Outcome<Page<AccessTrace>> Cut(IReadOnlyList<AccessTrace> told, ResourceQuery query, SpaceId space, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Count is < 0 or > ResourceQuery.MostCount)
        {
            return SearchRefusals.CountInvalid;
        }

        var (matching, holder) = (new Matching(query.Clauses, now), Guid.Parse(space.Value));
        bool Holds(AccessTrace trace) => matching.Holds(TraceIndex.Of(trace, holder));
        IEnumerable<AccessTrace> rest = told;
        if (query.Cursor is { } cursor)
        {
            if (!Guid.TryParseExact(cursor, "N", out var last) || told.All(trace => trace.Id != last))
            {
                return SearchRefusals.CursorExpired;
            }

            rest = told.SkipWhile(trace => trace.Id != last).Skip(1);
        }

        var found = rest.Where(Holds).Take(query.Count + 1).ToList();
        var matches = found.Take(query.Count).ToValueList();
        return new Page<AccessTrace>(
            matches, query.WithTotal ? told.Count(Holds) : null, matches.Count > 0 && found.Count > matches.Count ? matches[^1].Id.ToString("N") : null);
    }
}
