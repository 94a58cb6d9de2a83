using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>Someone asks for one document: its sheet, or its content (ITI-68, TD3.2). What may not be seen does not exist for them.</summary>
/// <param name="Document">Logical or technical identity.</param>
/// <param name="Content">The content, not the sheet alone.</param>
/// <param name="Context">In which circumstances.</param>
public sealed record OpenDocument(Guid Document, bool Content, AccessContext Context)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, OpenedDocument> Decide(Space space, OpenDocument command, Act act, AccessMatrix matrix)
    {
        if (space.Holder is null)
        {
            // Never used, or made up: an invented identity must not make a journal.
            return DocumentRefusals.Unknown;
        }

        var action = command.Content ? TraceAction.OpenedDocument : TraceAction.ReadSheet;
        var gate = AccessRules.Enter(space, act.By, command.Context, act.At);
        var found = space.TryFind(command.Document, out var document);
        if (!gate.Allowed || !found)
        {
            // An attempt on nothing is traced too: a thief guesses.
            var attempt = Reading.Trace(space, act, command.Context, action, matrix, gate, document: document) with { Allowed = false };
            return new([new SpaceEvent.Accessed(attempt)], DocumentRefusals.Unknown, []);
        }

        var sight = AccessRules.See(space, act.By, command.Context, gate, document!, matrix);
        var trace = Reading.Trace(space, act, command.Context, action, matrix, gate, sight, document);
        return sight.Allowed
            ? new(Reading.Events(space, trace), new OpenedDocument(document!, sight.Warn), Reading.Notices(space, trace))
            : new([new SpaceEvent.Accessed(trace)], DocumentRefusals.Unknown, []);
    }
}

/// <summary>A document that may be shown.</summary>
/// <param name="Sheet">Its sheet, with what opens its content.</param>
/// <param name="Warn">The reader must be warned that the holder, or their representatives, cannot see it.</param>
public sealed record OpenedDocument(DocumentSheet Sheet, bool Warn);
