using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>The person refuses a space (droit d'opposition, L. 1111-13-1), before they have activated it.</summary>
/// <param name="Holder">Traits as the insurer's file has them now.</param>
public sealed record Oppose(HolderSheet Holder)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, Oppose command, Act act)
    {
        if (!act.IsOfHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        return space.StatusOf(command.Holder, act.At) switch
        {
            SpaceStatus.Opposed => Done.Answer,
            SpaceStatus.Activated => SpaceRefusals.AlreadyActivated,
            SpaceStatus.NotInformed => SpaceRefusals.NotInformed,
            SpaceStatus.Suspended => SpaceRefusals.IsSuspended,
            SpaceStatus.Closed or SpaceStatus.Deceased or SpaceStatus.InDeletion or SpaceStatus.Erased => SpaceRefusals.IsClosed,
            _ => new([.. HolderFile.Recorded(space, command.Holder), new SpaceEvent.Opposed(act.At)], Done.Answer, []),
        };
    }
}

/// <summary>The person takes the objection back; the space is as if they had never objected.</summary>
public sealed record LiftOpposition
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, LiftOpposition command, Act act)
    {
        if (!act.IsOfHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        return space.OpposedAt is null ? Done.Answer
            : Settling.StandsAgainst(space, act.At) is { } refusal ? refusal
            : new Decision<SpaceEvent, Done>([new SpaceEvent.OppositionLifted(act.At)], Done.Answer, []);
    }
}
