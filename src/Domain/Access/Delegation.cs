using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Access;

/// <summary>
/// A carer's access (délégation à un proche aidant): reads, adds and changes data and documents; never settles who else has access, closes,
/// exports or deletes the space (access rights, section 5).
/// </summary>
/// <param name="Carer">The carer's own space: who they are.</param>
/// <param name="Name">Their name when it was given.</param>
/// <param name="From">From.</param>
/// <param name="Until">To, excluded.</param>
/// <param name="Rights">How far it goes; all that a carer may do where the holder has not narrowed it.</param>
/// <param name="RemindedOf">The end that both sides were reminded of.</param>
public sealed record Delegation(
    SpaceId Carer, string Name, DateTimeOffset From, DateTimeOffset Until, CarerRights? Rights = null, DateTimeOffset? RemindedOf = null)
{
    /// <summary>Whether it holds at <paramref name="at"/>.</summary>
    public bool HoldsAt(DateTimeOffset at) => From <= at && at < Until;
}

/// <summary>The holder takes a delegation back, or the carer gives it up.</summary>
/// <param name="Carer">The carer's own space.</param>
public sealed record EndDelegation(SpaceId Carer)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, EndDelegation command, Act act)
    {
        // Signed in to their own space, or acting in this one: a carer may give up what has not begun.
        var own = act.By is Caller.Holder holder ? holder.Space == command.Carer
            : act.By is Caller.Carer carer && carer.Space == space.Id && carer.Self == command.Carer;
        if (!own && Settling.StandsAgainst(space, act) is { } refusal)
        {
            return refusal;
        }

        var ended = new Notice(NoticeKind.ProxyEnded, act.CommandId, act.At);
        return space.DelegationTo(command.Carer) is null
            ? AccessRefusals.DelegationUnknown
            : new Decision<SpaceEvent, Done>([new SpaceEvent.DelegationEnded(command.Carer, act.At)], Done.Answer, [ended])
            {
                Elsewhere = [new(command.Carer, ended)],
            };
    }
}
