using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>
/// The insurer suspends the space for a fraudulent use or a serious malfunction (R. 1111-36): nobody comes in. The holder is told, and has six weeks to
/// object; their silence closes the space.
/// </summary>
/// <param name="Ground">Why.</param>
public sealed record SuspendSpace(SuspensionGround Ground)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, SuspendSpace command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheInsurer;
        }

        return space.StatusAt(act.At) switch
        {
            SpaceStatus.Suspended => Done.Answer,
            SpaceStatus.OpenNotActivated or SpaceStatus.Activated =>
                new([new SpaceEvent.Suspended(act.At, command.Ground)], Done.Answer, [new(NoticeKind.SpaceSuspended, act.CommandId, act.At)])
                {
                    Due = [new(DueKind.SuspensionEnds, Ids.Of(act.CommandId, "suspension"), act.At + SpaceEnding.SuspensionWindow)],
                },
            _ => SpaceRefusals.NotOpen,
        };
    }
}

/// <summary>The holder, or who represents them, objects to the closing that follows the suspension: the space stays, suspended until the insurer lifts it.</summary>
public sealed record ObjectToSuspension
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, ObjectToSuspension command, Act act)
    {
        if (!act.IsForHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        return space.StatusAt(act.At) is not SpaceStatus.Suspended ? SpaceRefusals.NotSuspended
            : space.Ending.Suspension is { ObjectedAt: not null } ? Done.Answer
            : new Decision<SpaceEvent, Done>([new SpaceEvent.SuspensionObjected(act.At)], Done.Answer, []);
    }
}

/// <summary>The insurer ends the suspension: the space is as it was before.</summary>
public sealed record LiftSuspension
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, LiftSuspension command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheInsurer;
        }

        return space.StatusAt(act.At) is not SpaceStatus.Suspended ? Done.Answer
            : new Decision<SpaceEvent, Done>(
                [new SpaceEvent.SuspensionLifted(act.At)], Done.Answer, [new(NoticeKind.SuspensionLifted, act.CommandId, act.At)]);
    }
}

/// <summary>The six weeks after a suspension are over. Whoever has not objected is told that the space is closed; the clock has closed it already.</summary>
public sealed record EndSuspension
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, EndSuspension command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheInsurer;
        }

        return space.Ending is not { Closure: null, Erasure: null } ending || ending.ClosureAt(act.At) is not { } closure ? Done.Answer
            : new Decision<SpaceEvent, Done>(
                [new SpaceEvent.Closed(closure.At, closure.Motive)], Done.Answer, [new(NoticeKind.SpaceClosed, act.CommandId, closure.At)])
            {
                Due = [EraseSpace.DueAt(closure.ArchivedUntil, act.CommandId)],
            };
    }
}
