using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>
/// A document is hidden from professionals, or shown again (masquage, R. 1111-49; TD3.3a): by the holder, by its author, or by the attending
/// doctor. What the holder has hidden, only the holder shows.
/// </summary>
/// <param name="Document">Logical or technical identity.</param>
/// <param name="Hidden">Hide, or show.</param>
/// <param name="Context">In which circumstances.</param>
public sealed record HideDocument(Guid Document, bool Hidden, AccessContext Context)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, DocumentSheet> Decide(Space space, HideDocument command, Act act, AccessMatrix matrix)
    {
        if (act.By.IsCitizen && !act.IsForHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        var request = DocumentRequest.Of(space, act, command.Document, command.Context, matrix);
        if (request.Hand is Hand.Stranger or Hand.Visitor or Hand.Reader || request.Document is not { Status: not DocumentStatus.Deleted } document)
        {
            return request.Refused(request.Document?.Status is DocumentStatus.Deleted ? DocumentRefusals.Unknown : DocumentRefusals.NotYours);
        }

        var labels = command.Hidden ? document.Draft.Labels | Labels.HiddenFromProfessionals : document.Draft.Labels & ~Labels.HiddenFromProfessionals;
        return labels == document.Draft.Labels ? request.Unchanged()
            : !act.By.IsCitizen && !command.Hidden && !document.HiddenByProfessional ? request.Refused(DocumentRefusals.HiddenByHolder)
            // The parameter that would let both stand is off by default (EX_2.1-1050). The holder's will comes first: theirs is never refused so.
            : !act.By.IsCitizen && labels.HasFlag(Labels.HiddenFromProfessionals | Labels.WithheldFromHolder) ? request.Refused(DocumentRefusals.LabelsExclusive)
            : request.Relabelled(labels, act, command.Hidden ? !act.By.IsCitizen : null);
    }
}
