using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>
/// The holder is of age: who represented the minor is told that it has ended. The clock had ended it already, at midnight; this only says so.
/// </summary>
public sealed record ComeOfAge
{
    /// <summary>When the platform is woken for it: once, however many represent the holder.</summary>
    internal static DueItem Due(Space space, HolderSheet holder) =>
        new(DueKind.HolderComesOfAge, Ids.Of(Guid.ParseExact(space.Id.Value, "N"), "of age"), holder.ComesOfAgeAt);

    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, ComeOfAge command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        var over = space.HolderIsMinorAt(act.At) || Settling.StandsAgainstRepresenting(space, act.At) is not null ? []
            : space.Representations.Where(representation => representation.Kind is RepresentationKind.Minority).ToList();
        if (over.Count == 0)
        {
            return Done.Answer;
        }

        var told = new Notice(NoticeKind.ProxyEnded, act.CommandId, act.At);
        return new([.. over.Select(representation => new SpaceEvent.RepresentationEnded(representation.Person, act.At))], Done.Answer, [told])
        {
            Elsewhere = [.. over.Select(representation => new NoticeElsewhere(representation.Person, told))],
        };
    }
}
