using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Access;

/// <summary>
/// Who may add to a record (alimentation). No authorisation is needed, and a block does not count (PDSm for DMP, TD0.2 NB2): only a record that is
/// not open, or an objection on a legitimate ground (R. 1111-47), stops a professional, a structure or its staff.
/// </summary>
public static class FeedingRules
{
    /// <summary>Why <paramref name="by"/> may not add to <paramref name="space"/>; <see langword="null"/> where they may.</summary>
    /// <param name="space">Whose record.</param>
    /// <param name="holder">Traits of the holder as the insurer's file has them now: the space may never have been written.</param>
    /// <param name="by">Who would add.</param>
    /// <param name="at">When.</param>
    public static Refusal? Fault(Space space, HolderSheet holder, Caller by, DateTimeOffset at) =>
        space.StatusOf(holder, at) is not (SpaceStatus.OpenNotActivated or SpaceStatus.Activated) ? SpaceRefusals.NotOpen
        : by switch
        {
            Caller.Holder own => own.Space == space.Id ? null : DocumentRefusals.MayNotDeposit,
            Caller.Representative or Caller.Carer => AccessRules.Enter(space, by, AccessContext.Ordinary, at) is { Allowed: true, Narrowed: not { Writes: false } }
                ? null : DocumentRefusals.MayNotDeposit,
            Caller.Professional professional => Objected(space, AccessSubject.Of(professional.Id), professional.Structure),
            Caller.Staff staff => Objected(space, AccessSubject.Of(staff.Id), staff.Structure),
            Caller.Organisation organisation => space.ObjectionTo(AccessSubject.Of(organisation.Id)) is null ? null : AccessRefusals.FeedingObjected,
            _ => DocumentRefusals.MayNotDeposit,
        };

    private static Refusal? Objected(Space space, AccessSubject person, Workplace? structure) =>
        space.ObjectionTo(person) is not null || (structure is not null && space.ObjectionTo(AccessSubject.Of(structure.Id)) is not null)
            ? AccessRefusals.FeedingObjected
            : null;
}
