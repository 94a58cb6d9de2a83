using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>
/// A document is removed by its author, nobody else (TD3.3c). The removal is logical: no search tells it any more, the journal keeps it.
/// The guide hesitates between the patches superseded and entered-in-error; both are this command.
/// </summary>
/// <param name="Document">Logical or technical identity.</param>
/// <param name="Context">In which circumstances.</param>
public sealed record DeleteDocument(Guid Document, AccessContext Context)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, DocumentSheet> Decide(Space space, DeleteDocument command, Act act, AccessMatrix matrix)
    {
        var request = DocumentRequest.Of(space, act, command.Document, command.Context, matrix);
        if (request.Hand is not Hand.Author || request.Document is not { } document)
        {
            return request.Refused(DocumentRefusals.NotYours);
        }

        var deleted = new SpaceEvent.DocumentDeleted(document.LogicalId, Depositor.Of(act.By), act.At);
        return document.Status is DocumentStatus.Deleted ? request.Unchanged() : request.Done(deleted, document.After(deleted));
    }
}
