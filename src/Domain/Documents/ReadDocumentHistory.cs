using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>Someone asks for the versions of the sheet of a document, or for one of them.</summary>
/// <param name="Document">Logical or technical identity.</param>
/// <param name="Context">In which circumstances.</param>
/// <param name="Version">Only this version.</param>
public sealed record ReadDocumentHistory(Guid Document, AccessContext Context, int? Version = null)
{
    /// <summary>The rule: that of the sheet as it stands. The versions themselves are read from the journal once the trace stands.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, ReadDocumentHistory command, Act act, AccessMatrix matrix)
    {
        var (events, answer, notices) = OpenDocument.Decide(space, new(command.Document, Content: false, command.Context), act, matrix);
        return new(events, answer.Accepted ? Done.Answer : answer.Refusal, notices);
    }

    /// <summary>What the events of <paramref name="space"/> say of the document, as far as <paramref name="act"/>'s caller may see each version.</summary>
    public DocumentHistory In(Space space, IEnumerable<SpaceEvent> events, Act act, AccessMatrix matrix)
    {
        var gate = AccessRules.Enter(space, act.By, Context, act.At);
        var versions = new List<DocumentSheet>();
        foreach (var happened in events)
        {
            var sheet = happened switch
            {
                SpaceEvent.DocumentDeposited deposited when IsAsked(space, deposited.Sheet.LogicalId) => deposited.Sheet,
                SpaceEvent.DocumentSuperseded superseded when IsAsked(space, superseded.LogicalId) => versions[^1].After(superseded),
                SpaceEvent.DocumentRelabelled relabelled when IsAsked(space, relabelled.LogicalId) => versions[^1].After(relabelled),
                SpaceEvent.DocumentArchived archived when IsAsked(space, archived.LogicalId) => versions[^1].After(archived),
                _ => null,
            };
            if (sheet is not null)
            {
                versions.Add(sheet);
            }
        }

        return new(versions
            .Where(sheet => (Version is null || sheet.Version == Version)
                && AccessRules.See(space, act.By, Context, gate, sheet, matrix).Allowed)
            .Reverse().ToValueList());
    }

    private bool IsAsked(Space space, Guid logicalId) => space.TryFind(Document, out var document) && document.LogicalId == logicalId;
}

/// <summary>Versions of the sheet of a document.</summary>
/// <param name="Versions">The latest first.</param>
public sealed record DocumentHistory(ValueList<DocumentSheet> Versions);
