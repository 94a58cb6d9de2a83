using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>Existence and status of a record, as software asks before it deposits (TD0.2). Discloses no health data, hence leaves no trace.</summary>
/// <param name="Exists">There is a record: open, or closed or opposed after it was.</param>
/// <param name="Active">It is open.</param>
/// <param name="Activated">The holder uses it.</param>
/// <param name="Authorisation">Whether the asking professional may consult, as far as they may know.</param>
/// <param name="AttendingDoctor">The asking professional is the attending doctor.</param>
public sealed record Existence(bool Exists, bool Active, bool Activated, AuthorisationStatus Authorisation, bool AttendingDoctor)
{
    /// <summary>What <paramref name="caller"/> is told. A block is not told: it looks like no authorisation (EHDS, art. 8).</summary>
    public static Existence Of(Space space, HolderSheet holder, Caller caller, DateTimeOffset at)
    {
        var status = space.StatusOf(holder, at);
        if (status is not (SpaceStatus.OpenNotActivated or SpaceStatus.Activated))
        {
            // An objection within the six weeks: there never was a record.
            var closed = status is SpaceStatus.Closed or SpaceStatus.Deceased
                || (status is SpaceStatus.Opposed && space.OpposedAt >= holder.InformedAt + Space.OppositionWindow);
            return new(closed, false, false, AuthorisationStatus.None, false);
        }

        var professional = caller as Caller.Professional;
        return new(true, true, status is SpaceStatus.Activated,
            professional is null || space.IsBlocked(professional) ? AuthorisationStatus.None : StatusOf(space, professional, at),
            holder.AttendingDoctor is { } doctor && doctor == professional?.Id);
    }

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
