using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Doubles;

/// <summary>The insurer says that the holder has another space: this one stays, and takes in what the other holds.</summary>
/// <param name="Holder">Traits of the holder as the insurer's file has them now.</param>
/// <param name="Double">The other space.</param>
public sealed record NameDouble(HolderSheet Holder, SpaceId Double)
{
    /// <summary>The rule. Named again, the work is only asked for again while it is not done.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, NameDouble command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheInsurer;
        }

        if (space.StatusOf(command.Holder, act.At) is SpaceStatus.Erased)
        {
            return SpaceRefusals.IsErased;
        }

        if (command.Double == space.Id || space.Ending.MergedInto is not null)
        {
            return SpaceRefusals.IsDouble;
        }

        return space.DoubleOf(command.Double) is not null ? Done.Answer
            : new Decision<SpaceEvent, Done>(
                [.. HolderFile.Recorded(space, command.Holder), new SpaceEvent.DoubleNamed(command.Double, act.At)], Done.Answer, [])
            {
                Due = [new(DueKind.DoubleToTakeIn, KnownDouble.WorkOn(command.Double), act.At)],
            };
    }
}
