using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>A document is put aside, or taken up again (archivage, TD3.3d): by the holder, its author or the attending doctor. It stays visible.</summary>
/// <param name="Document">Logical or technical identity.</param>
/// <param name="Archived">Put aside, or taken up.</param>
/// <param name="Context">In which circumstances.</param>
public sealed record ArchiveDocument(Guid Document, bool Archived, AccessContext Context)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, DocumentSheet> Decide(Space space, ArchiveDocument command, Act act, AccessMatrix matrix)
    {
        var request = DocumentRequest.Of(space, act, command.Document, command.Context, matrix);
        if (request.Hand is Hand.Stranger or Hand.Visitor || request.Document is not { Status: not DocumentStatus.Deleted } document)
        {
            return request.Refused(DocumentRefusals.Unknown);
        }

        if (request.Hand is Hand.Reader)
        {
            return request.Refused(DocumentRefusals.NotYours);
        }

        var archived = new SpaceEvent.DocumentArchived(document.LogicalId, command.Archived, act.At);
        return document.Archived == command.Archived ? request.Unchanged() : request.Done(archived, document.After(archived));
    }
}
