using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>Someone asks for the sheets of documents (ITI-67, TD3.1). Who may not come in, and what may not be seen, look like an empty record.</summary>
/// <param name="Query">Which ones, by the parameters of <see cref="DocumentIndex"/>; the latest deposit first unless it says otherwise.</param>
/// <param name="Context">In which circumstances.</param>
public sealed record ListDocuments(ResourceQuery Query, AccessContext Context)
{
    private static readonly SortKey LatestDeposit = new(DocumentIndex.Deposited, Descending: true);

    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, DocumentList> Decide(Space space, ListDocuments command, Act act, AccessMatrix matrix)
    {
        var gate = AccessRules.Enter(space, act.By, command.Context, act.At);
        if (!gate.Allowed)
        {
            var refused = Reading.Trace(space, act, command.Context, TraceAction.ListedDocuments, matrix, gate);
            return new([new SpaceEvent.Accessed(refused)], DocumentList.Empty(command.Query), []);
        }

        var query = command.Query.Sort.Count > 0 ? command.Query : command.Query with { Sort = [LatestDeposit] };
        var found = space.Search(query, (DocumentSheet document) => AccessRules.See(space, act.By, command.Context, gate, document, matrix).Allowed, act.At);
        if (!found.Accepted)
        {
            return found.Refusal;
        }

        var trace = Reading.Trace(space, act, command.Context, TraceAction.ListedDocuments, matrix, gate).Counting(found.Value.Matches.Count);
        return new(Reading.Events(space, trace), DocumentList.Of(found.Value), Reading.Notices(space, trace));
    }
}

/// <summary>A page of sheets of documents.</summary>
/// <param name="Documents">In order.</param>
/// <param name="Total">How many there are on all pages, where that was asked.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/> on the last.</param>
public sealed record DocumentList(ValueList<DocumentSheet> Documents, int? Total = null, string? Next = null)
{
    /// <summary>What who may not come in is told.</summary>
    internal static DocumentList Empty(ResourceQuery query) => new([], query.WithTotal ? 0 : null);

    internal static DocumentList Of(Page<DocumentSheet> page) => new(page.Matches, page.Total, page.Next);
}
