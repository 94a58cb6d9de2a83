using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>Existence and status of a record, as software asks before it deposits (TD0.2). Discloses no health data, hence leaves no trace.</summary>
/// <param name="Exists">There is a record: open, or closed or opposed after it was.</param>
/// <param name="Active">It is open.</param>
/// <param name="Activated">The holder uses it, or did until it was closed: it is attached to their space (rattachement à Mon espace santé).</param>
/// <param name="Authorisation">Whether the asking professional may consult, as far as they may know.</param>
/// <param name="AttendingDoctor">The asking professional is the attending doctor.</param>
/// <param name="Closure">When and why it was closed, where it was.</param>
public sealed record Existence(
    bool Exists, bool Active, bool Activated, AuthorisationStatus Authorisation, bool AttendingDoctor, Closure? Closure = null)
{
    /// <summary>What <paramref name="caller"/> is told. A block is not told: it looks like no authorisation (EHDS, art. 8).</summary>
    public static Existence Of(Space space, HolderSheet holder, Caller caller, DateTimeOffset at)
    {
        var status = space.StatusOf(holder, at);
        if (status is not (SpaceStatus.OpenNotActivated or SpaceStatus.Activated))
        {
            var closure = ClosureOf(space, holder, status, at);
            return new(closure is not null || status is SpaceStatus.Suspended, false, closure is not null && space.ActivatedAt is not null, AuthorisationStatus.None, false, closure);
        }

        var professional = caller as Caller.Professional;
        return new(true, true, status is SpaceStatus.Activated,
            professional is null || space.IsBlocked(professional) ? AuthorisationStatus.None : StatusOf(space, professional, at),
            holder.AttendingDoctor is { } doctor && doctor == professional?.Id);
    }

    // What is erased is as if it had never been. An objection within the six weeks: there never was a record, but perhaps an old one (DMP).
    private static Closure? ClosureOf(Space space, HolderSheet holder, SpaceStatus status, DateTimeOffset at) => status switch
    {
        SpaceStatus.Closed or SpaceStatus.InDeletion or SpaceStatus.Deceased => space.ClosureAt(at),
        SpaceStatus.Opposed when space.OpposedAt >= holder.InformedAt + Space.OppositionWindow || space.ShowsOldRecordAt(at) =>
            new(space.OpposedAt!.Value, ClosingMotive.HolderRequest),
        _ => null,
    };

    private static AuthorisationStatus StatusOf(Space space, Caller.Professional professional, DateTimeOffset at) =>
        AccessRules.Enter(space, professional, AccessContext.Ordinary, at)
            is { Allowed: true, Reason: not AccessReason.AttendingDoctor } ? AuthorisationStatus.Valid
        : space.AuthorisationOn(AccessSubject.Of(professional.Id)) is not null ? AuthorisationStatus.Expired
        : AuthorisationStatus.None;
}

/// <summary>Status of an authorisation as software sees it (EX_0.3-1010).</summary>
public enum AuthorisationStatus
{
    /// <summary>Not defined.</summary>
    None,

    /// <summary>Holds.</summary>
    Valid,

    /// <summary>Held once.</summary>
    Expired,
}
