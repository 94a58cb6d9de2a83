using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>The holder, or who represents them, closes the space (clôture, R. 1111-36): at once nobody consults or feeds it any more.</summary>
/// <param name="Deleting">They ask for its deletion, too.</param>
public sealed record CloseSpace(bool Deleting = false)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, CloseSpace command, Act act)
    {
        if (!act.IsForHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        return space.StatusAt(act.At) switch
        {
            SpaceStatus.OpenNotActivated or SpaceStatus.Activated or SpaceStatus.Suspended => Closed(command, act),
            SpaceStatus.Closed when command.Deleting => AskDeletion.Asked(act),
            SpaceStatus.Closed or SpaceStatus.InDeletion or SpaceStatus.Deceased => Done.Answer,
            SpaceStatus.Erased => SpaceRefusals.IsErased,
            _ => SpaceRefusals.NotOpen,
        };
    }

    private static Decision<SpaceEvent, Done> Closed(CloseSpace command, Act act)
    {
        var closed = new SpaceEvent.Closed(act.At);
        var asked = AskDeletion.Asked(act);
        return new(
            command.Deleting ? [closed, .. asked.Events] : [closed], Done.Answer,
            command.Deleting ? asked.Notices : [new(NoticeKind.SpaceClosed, act.CommandId, act.At)])
        {
            Due = command.Deleting ? [Archived(act), .. asked.Due] : [Archived(act)],
        };
    }

    // Also where a deletion is asked for: it may be cancelled.
    private static DueItem Archived(Act act) => EraseSpace.DueAt(new Closure(act.At, ClosingMotive.HolderRequest).ArchivedUntil, act.CommandId);
}
