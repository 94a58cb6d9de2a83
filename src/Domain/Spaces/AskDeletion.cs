using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>The holder, or who represents them, asks for the deletion of the closed space before its archive ends (suppression expresse, R. 1111-36).</summary>
public sealed record AskDeletion
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, AskDeletion command, Act act)
    {
        if (!act.IsForHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        return space.StatusAt(act.At) switch
        {
            SpaceStatus.Closed => Asked(act),
            SpaceStatus.InDeletion => Done.Answer,
            SpaceStatus.Erased => SpaceRefusals.IsErased,
            _ => SpaceRefusals.NotClosed,
        };
    }

    internal static Decision<SpaceEvent, Done> Asked(Act act) =>
        new([new SpaceEvent.DeletionAsked(act.At)], Done.Answer, [new(NoticeKind.DeletionAsked, act.CommandId, act.At)])
        {
            Due = [EraseSpace.DueAt(SpaceEnding.DeletedAfter(act.At), act.CommandId)],
        };
}

/// <summary>They want the deletion no longer; the space stays closed, and archived for the rest of its ten years.</summary>
public sealed record CancelDeletion
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, CancelDeletion command, Act act)
    {
        if (!act.IsForHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        return space.StatusAt(act.At) switch
        {
            SpaceStatus.InDeletion =>
                new([new SpaceEvent.DeletionCancelled(act.At)], Done.Answer, [new(NoticeKind.DeletionCancelled, act.CommandId, act.At)]),
            SpaceStatus.Closed => Done.Answer,
            SpaceStatus.Erased => SpaceRefusals.IsErased,
            _ => SpaceRefusals.NotClosed,
        };
    }
}
