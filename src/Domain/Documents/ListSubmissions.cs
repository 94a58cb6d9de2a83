using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>
/// Someone asks for submission sets (ITI-66), most often those since their last visit. A set is there for who may see one of its documents,
/// and has no other member for them.
/// </summary>
/// <param name="Query">Which ones; the latest first unless it says otherwise.</param>
/// <param name="Context">In which circumstances.</param>
public sealed record ListSubmissions(ResourceQuery Query, AccessContext Context)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Page<Submission>> Decide(Space space, ListSubmissions command, Act act, AccessMatrix matrix)
    {
        var gate = AccessRules.Enter(space, act.By, command.Context, act.At);
        if (!gate.Allowed)
        {
            var refused = Reading.Trace(space, act, command.Context, TraceAction.ListedDocuments, matrix, gate);
            return new([new SpaceEvent.Accessed(refused)], new Page<Submission>([], command.Query.WithTotal ? 0 : null, null), []);
        }

        bool Sees(Guid id) => space.TryFind(id, out var document) && AccessRules.See(space, act.By, command.Context, gate, document, matrix).Allowed;
        var found = space.Search(command.Query, (Submission submission) => submission.Documents.Any(Sees), act.At);
        if (!found.Accepted)
        {
            return found.Refusal;
        }

        var told = found.Value with
        {
            Matches = found.Value.Matches.Select(submission => submission with { Documents = submission.Documents.Where(Sees).ToValueList() }).ToValueList(),
        };
        var trace = Reading.Trace(space, act, command.Context, TraceAction.ListedDocuments, matrix, gate).Counting(told.Matches.Sum(set => set.Documents.Count));
        return new(Reading.Events(space, trace), told, Reading.Notices(space, trace));
    }
}
