using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Documents;

/// <summary>The holder hides a document from professionals, or shows it again (masquage, R. 1111-49; TD3.3a).</summary>
/// <param name="Document">Logical or technical identity.</param>
/// <param name="Hidden">Hide, or show.</param>
public sealed record HideDocument(Guid Document, bool Hidden)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, DocumentSheet> Decide(Space space, HideDocument command, Act act)
    {
        if (!act.IsForHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        // What is withheld from who asks does not exist for them: hiding it would reveal it.
        if (!space.TryFind(command.Document, out var document)
            || document.Status is DocumentStatus.Deleted
            || (document.Draft.Labels & Withheld(space, act)) != 0)
        {
            return DocumentRefusals.Unknown;
        }

        var labels = command.Hidden ? document.Draft.Labels | Labels.HiddenFromProfessionals : document.Draft.Labels & ~Labels.HiddenFromProfessionals;
        if (labels == document.Draft.Labels)
        {
            return document;
        }

        // A change of labels changes the technical identity, not the unique nor the logical one (PDSm for DMP, annexes).
        var relabelled = new SpaceEvent.DocumentRelabelled(document.LogicalId, Ids.Of(act.CommandId, "sheet"), labels, act.At);
        var sheet = document with
        {
            Id = relabelled.Id,
            Version = document.Version + 1,
            UpdatedAt = act.At,
            Draft = document.Draft with { Labels = labels },
        };
        return new([relabelled], sheet, []);
    }

    private static Labels Withheld(Space space, Act act) =>
        CitizenRules.Withheld(fromGuardians: act.By is Caller.Representative || space.HolderIsMinorAt(act.At));
}
