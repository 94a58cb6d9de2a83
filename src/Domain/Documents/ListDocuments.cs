using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>Someone asks for the sheets of documents (ITI-67, TD3.1). Who may not come in, and what may not be seen, look like an empty record.</summary>
/// <param name="Filter">Which ones.</param>
/// <param name="Context">In which circumstances.</param>
public sealed record ListDocuments(DocumentFilter Filter, AccessContext Context)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, DocumentList> Decide(Space space, ListDocuments command, Act act, AccessMatrix matrix)
    {
        var gate = AccessRules.Enter(space, act.By, command.Context, act.At);
        if (!gate.Allowed)
        {
            var refused = Reading.Trace(space, act, command.Context, TraceAction.ListedDocuments, matrix, gate);
            return new([new SpaceEvent.Accessed(refused)], DocumentList.Empty, []);
        }

        var seen = space.Documents
            .Where(document => command.Filter.Matches(document)
                && AccessRules.See(space, act.By, command.Context, gate, document, matrix).Allowed)
            .OrderByDescending(document => document.DepositedAt)
            .ToValueList();
        var trace = Reading.Trace(space, act, command.Context, TraceAction.ListedDocuments, matrix, gate, count: seen.Count);
        return new(Reading.Events(space, trace), new DocumentList(seen), Reading.Notices(space, trace));
    }
}

/// <summary>Sheets of documents, the latest deposit first.</summary>
public sealed record DocumentList(ValueList<DocumentSheet> Documents)
{
    /// <summary>None.</summary>
    public static DocumentList Empty { get; } = new([]);
}

/// <summary>Which documents are asked for; what is <see langword="null"/> does not narrow.</summary>
/// <param name="Id">Logical or technical identity.</param>
/// <param name="UniqueId">Identifier given by the author's software.</param>
/// <param name="Types">Any of these types.</param>
/// <param name="Classes">Any of these classes.</param>
/// <param name="Statuses">Any of these statuses.</param>
/// <param name="CreatedFrom">Made at or after.</param>
/// <param name="CreatedBefore">Made before.</param>
public sealed record DocumentFilter(
    Guid? Id = null, string? UniqueId = null, ValueList<string>? Types = null, ValueList<string>? Classes = null,
    ValueList<DocumentStatus>? Statuses = null, DateTimeOffset? CreatedFrom = null, DateTimeOffset? CreatedBefore = null)
{
    /// <summary>Whether <paramref name="document"/> is one of them.</summary>
    public bool Matches(DocumentSheet document) =>
        (Id is null || document.LogicalId == Id || document.Id == Id)
        && (UniqueId is null || document.Draft.UniqueId == UniqueId)
        && (Types is null || Types.Contains(document.Draft.Type))
        && (Classes is null || Classes.Contains(document.Draft.Class))
        && (Statuses is null || Statuses.Contains(document.Status))
        && (CreatedFrom is null || document.Draft.CreatedAt >= CreatedFrom)
        && (CreatedBefore is null || document.Draft.CreatedAt < CreatedBefore);
}
