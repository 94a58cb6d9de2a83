using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>The insurer's file says that the holder has died, which closes the space (L. 1111-13-1 IV). What is archived serves the rights of the heirs.</summary>
public sealed record RecordDeath
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, RecordDeath command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheInsurer;
        }

        return space.DiedAt is not null || space.StatusAt(act.At) is SpaceStatus.Erased ? Done.Answer
            : new Decision<SpaceEvent, Done>([new SpaceEvent.HolderDied(act.At)], Done.Answer, [])
            {
                Due = [EraseSpace.DueAt(new Closure(act.At, ClosingMotive.Death).ArchivedUntil, act.CommandId)],
            };
    }
}
