using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>
/// The six weeks that follow the information letter are over. The space has opened by itself, the clock says it; the person is told, unless they have
/// objected, or activated it, meanwhile.
/// </summary>
public sealed record TellOpening
{
    /// <summary>The rule. Where nothing was ever written, whoever asks knows that the letter was sent six weeks ago.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, TellOpening command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheInsurer;
        }

        var opened = space.Holder is null ? space.StatusAt(act.At) is SpaceStatus.NotInformed : space.StatusAt(act.At) is SpaceStatus.OpenNotActivated;
        return !opened || space.OpeningToldAt is not null ? Done.Answer
            : new Decision<SpaceEvent, Done>(
                [new SpaceEvent.OpeningTold(act.At)], Done.Answer, [new(NoticeKind.SpaceOpened, act.CommandId, act.At)]);
    }
}
