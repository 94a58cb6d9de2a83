using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;

namespace MonEspaceSante.Domain.Search;

/// <summary>What is searched for, and how much of it in which order.</summary>
/// <param name="Clauses">All of them hold.</param>
/// <param name="Sort">Keys of the order, the first decides first; without any, the latest change comes first.</param>
/// <param name="Count">How many a page holds at most; 0 counts only.</param>
/// <param name="Cursor">Where the page before ended (<see cref="Page{T}.Next"/>); <see langword="null"/> for the first page.</param>
/// <param name="WithTotal">Count everything that matches.</param>
/// <param name="Include">What else is told: what matches refer to, or what refers to them.</param>
/// <param name="Skip">How many to pass over, for clients that count pages themselves; only without <paramref name="Cursor"/>.</param>
public sealed record ResourceQuery(
    ValueList<Clause> Clauses, ValueList<SortKey> Sort, int Count, string? Cursor, bool WithTotal, ValueList<Inclusion> Include, int Skip = 0)
{
    /// <summary>How many a page holds where nobody says.</summary>
    public const int UsualCount = 50;

    /// <summary>The most that one page holds.</summary>
    public const int MostCount = 1_000;

    /// <summary>Whether <paramref name="resource"/> is one of those searched for, at <paramref name="now"/>.</summary>
    public bool IsMetBy(KeptResource resource, DateTimeOffset now) => new Matching(Clauses, now).Holds(ResourceShelves.IndexOf(resource));

    /// <summary>The first page of what <paramref name="clauses"/> narrow to, the latest change first.</summary>
    public static ResourceQuery Where(params ReadOnlySpan<Clause> clauses) => new(ValueList.Create(clauses), [], UsualCount, null, false, []);
}

/// <summary>A key of the order (<c>_sort</c>). Whatever has no value comes last, whichever the direction.</summary>
/// <param name="Parameter">The parameter whose value decides: the least of several, or the greatest where descending.</param>
/// <param name="Descending">The greatest first.</param>
public sealed record SortKey(string Parameter, bool Descending);

/// <summary>Things of the same space that are told with the matches (<c>_include</c>, <c>_revinclude</c>).</summary>
/// <param name="Type">Type of what holds the reference.</param>
/// <param name="Parameter">The parameter that the reference is a value of.</param>
/// <param name="Target">Only targets of this type.</param>
/// <param name="Reverse">What refers to the matches, not what they refer to.</param>
public sealed record Inclusion(string Type, string Parameter, string? Target, bool Reverse);

/// <summary>A page of what was found.</summary>
/// <param name="Matches">In order.</param>
/// <param name="Total">How many match on all pages, where that was asked.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/> on the last.</param>
public sealed record Page<T>(ValueList<T> Matches, int? Total, string? Next);
