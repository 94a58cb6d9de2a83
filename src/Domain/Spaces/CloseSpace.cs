using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>The holder closes the space (clôture, R. 1111-36): at once nobody consults or feeds it any more.</summary>
public sealed record CloseSpace
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
            SpaceStatus.Closed or SpaceStatus.Deceased => Done.Answer,
            SpaceStatus.OpenNotActivated or SpaceStatus.Activated => new([new SpaceEvent.Closed(act.At)], Done.Answer, []),
            _ => SpaceRefusals.NotOpen,
        };
    }
}

/// <summary>The insurer's file says that the holder has died (L. 1111-13-1 IV).</summary>
public sealed record RecordDeath
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, RecordDeath command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheInsurer;
        }

        return space.DiedAt is not null ? Done.Answer
            : new Decision<SpaceEvent, Done>([new SpaceEvent.HolderDied(act.At)], Done.Answer, []);
    }
}
