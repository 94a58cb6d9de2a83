using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>
/// A professional withholds a document from the holder until they have told them of it, or from the legal representatives, or shows it (TD3.3b).
/// Its author and the attending doctor withhold; any professional who sees it may show it, once the consultation took place.
/// </summary>
/// <param name="Document">Logical or technical identity.</param>
/// <param name="From">From whom: <see cref="Labels.WithheldFromHolder"/>, <see cref="Labels.WithheldFromGuardians"/> or both.</param>
/// <param name="Withheld">Withhold, or show.</param>
/// <param name="Context">In which circumstances.</param>
public sealed record WithholdDocument(Guid Document, Labels From, bool Withheld, AccessContext Context)
{
    private const Labels Withholding = Labels.WithheldFromHolder | Labels.WithheldFromGuardians;

    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, DocumentSheet> Decide(Space space, WithholdDocument command, Act act, AccessMatrix matrix)
    {
        var request = DocumentRequest.Of(space, act, command.Document, command.Context, matrix);
        if (request.Hand is Hand.Stranger or Hand.Visitor || request.Document is not { Status: not DocumentStatus.Deleted } document)
        {
            return request.Refused(DocumentRefusals.Unknown);
        }

        if (act.By.IsCitizen || (command.From & ~Withholding) != 0)
        {
            return request.Refused(DocumentRefusals.LabelNotYours);
        }

        if (command.Withheld && request.Hand is Hand.Reader)
        {
            return request.Refused(DocumentRefusals.NotYours);
        }

        var labels = command.Withheld ? document.Draft.Labels | command.From : document.Draft.Labels & ~command.From;
        return labels == document.Draft.Labels ? request.Unchanged()
            : command.Withheld && labels.HasFlag(Labels.HiddenFromProfessionals | Labels.WithheldFromHolder) ? request.Refused(DocumentRefusals.LabelsExclusive)
            : request.Relabelled(labels, act, null, Announced(space, document.Draft.Labels, labels, document.LogicalId, act));
    }

    // What was withheld was not announced when it came.
    private static Notice[] Announced(Space space, Labels before, Labels after, Guid document, Act act)
    {
        var hiding = CitizenRules.Withheld(fromGuardians: space.HolderIsMinorAt(act.At));
        return (before & hiding) != 0 && (after & hiding) == 0 ? [new(NoticeKind.DocumentAdded, document, act.At)] : [];
    }
}
