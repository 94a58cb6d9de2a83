using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using static MonEspaceSante.Domain.Access.AccessVerdict;

namespace MonEspaceSante.Domain.Access;

/// <summary>The decision for citizens: the holder, who represents them, who cares for them (access rights, sections 4 and 5).</summary>
internal static class CitizenRules
{
    public static AccessVerdict Enter(Space space, Caller caller, DateTimeOffset at)
    {
        var relation = RelationOf(space, caller, at);

        // R. 1111-36: an archive is the holder's to read, and whoever represents them's; a carer's help ends with the space.
        // L. 1111-13-1: what is opposed, suspended, erased or not yet taken into use is nobody's to read here.
        return !relation.Allowed || space.StatusAt(at) is SpaceStatus.Activated || (space.IsArchivedAt(at) && caller is not Caller.Carer)
            ? relation
            : No(AccessReason.SpaceNotOpen);
    }

    public static AccessVerdict See(AccessVerdict entered, DocumentSheet document)
    {
        var labels = document.Draft.Labels;
        if (labels.HasFlag(Labels.WithheldFromHolder))
        {
            // Section 4: neither the patient nor, hence, whoever sees with their eyes.
            return No(AccessReason.WithheldFromHolder);
        }

        // Section 4 and R. 1111-33. A minor has no account of their own: a login to their space is in their representatives' hands. Once of age
        // they see it; a carer, who may be the parent of old, does not.
        return labels.HasFlag(Labels.WithheldFromGuardians) && entered.Reason is not AccessReason.OwnSpace
            ? No(AccessReason.WithheldFromGuardians)
            : entered.Narrowed?.Sees(document.Draft.Type) is false ? No(AccessReason.BeyondProxy)
            : entered;
    }

    /// <summary>The labels that withhold a document from a citizen: from every one, and from who sees as, or for, a minor.</summary>
    public static Labels Withheld(bool fromGuardians) =>
        fromGuardians ? Labels.WithheldFromHolder | Labels.WithheldFromGuardians : Labels.WithheldFromHolder;

    private static AccessVerdict RelationOf(Space space, Caller caller, DateTimeOffset at) => caller switch
    {
        Caller.Holder holder =>
            holder.Space != space.Id ? No(AccessReason.NotTheirSpace)
            : Yes(space.HolderIsMinorAt(at) ? AccessReason.MinorsOwnSpace : AccessReason.OwnSpace),
        Caller.Representative representative =>
            representative.Space == space.Id && space.IsRepresentedBy(representative.Self, at)
                ? Yes(AccessReason.Representative)
                : No(AccessReason.NotARepresentative),
        Caller.Carer carer =>
            carer.Space == space.Id && space.IsCaredForBy(carer.Self, at)
                ? Yes(AccessReason.Carer) with { Narrowed = space.DelegationTo(carer.Self)!.Rights }
                : No(AccessReason.NotACarer),
        _ => throw new ArgumentOutOfRangeException(nameof(caller), caller.GetType().Name, "Not a citizen."),
    };
}
