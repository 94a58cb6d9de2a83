using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>
/// In which states of a space something is still settled about who comes in, by whom and how: blocks, authorisations, roles, delegations, objections,
/// choices, invitations. Closed, it is read, exported and reopened, nothing else (R. 1111-36); suspended, it waits for the insurer.
/// </summary>
internal static class Settling
{
    /// <summary>Why <paramref name="act"/> settles nothing in <paramref name="space"/>; <see langword="null"/> where it may.</summary>
    public static Refusal? StandsAgainst(Space space, Act act) =>
        !act.IsForHolder(space) ? SpaceRefusals.OnlyTheHolder : StandsAgainst(space, act.At);

    /// <summary>Why nothing is settled in <paramref name="space"/> at <paramref name="at"/>, whoever wants it; <see langword="null"/> while it is.</summary>
    public static Refusal? StandsAgainst(Space space, DateTimeOffset at) => space.StatusAt(at) switch
    {
        SpaceStatus.NotInformed or SpaceStatus.Informed or SpaceStatus.Opposed or SpaceStatus.OpenNotActivated or SpaceStatus.Activated => null,
        SpaceStatus.Suspended => SpaceRefusals.IsSuspended,
        SpaceStatus.Closed or SpaceStatus.InDeletion or SpaceStatus.Deceased => SpaceRefusals.IsClosed,
        SpaceStatus.Erased => SpaceRefusals.IsErased,
        var status => throw new ArgumentOutOfRangeException(nameof(at), status, "No such state."),
    };

    /// <summary>
    /// Why nobody begins or ceases to represent the holder at <paramref name="at"/>; <see langword="null"/> while somebody may. An archive and a
    /// suspended space still have their representative, who reads, reopens and objects in the holder's place: only what is over for good has none.
    /// </summary>
    public static Refusal? StandsAgainstRepresenting(Space space, DateTimeOffset at) =>
        space.StatusAt(at) is SpaceStatus.Deceased or SpaceStatus.Erased ? StandsAgainst(space, at) : null;
}
