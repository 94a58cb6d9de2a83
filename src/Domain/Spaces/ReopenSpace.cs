using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>The holder, or who represents them, takes the closed space into use again, with what its archive holds (R. 1111-36); that cancels its deletion.</summary>
public sealed record ReopenSpace
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, ReopenSpace command, Act act)
    {
        if (!act.IsForHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        if (space.Ending.MergedInto is not null)
        {
            return SpaceRefusals.IsDouble;
        }

        return space.StatusAt(act.At) switch
        {
            SpaceStatus.Closed or SpaceStatus.InDeletion =>
                new([new SpaceEvent.Reopened(act.At)], Done.Answer, [new(NoticeKind.SpaceReopened, act.CommandId, act.At)]),
            SpaceStatus.OpenNotActivated or SpaceStatus.Activated => Done.Answer,
            SpaceStatus.Erased => SpaceRefusals.IsErased,
            _ => SpaceRefusals.NotClosed,
        };
    }
}
