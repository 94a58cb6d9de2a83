using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
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
public sealed record Delegation(SpaceId Carer, string Name, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Whether it holds at <paramref name="at"/>.</summary>
    public bool HoldsAt(DateTimeOffset at) => From <= at && at < Until;
}

/// <summary>The holder gives a carer access, from a date to a date.</summary>
/// <param name="Delegation">To whom, and for how long.</param>
public sealed record DelegateToCarer(Delegation Delegation)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Delegation> Decide(Space space, DelegateToCarer command, Act act)
    {
        if (!act.IsForHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        var delegation = command.Delegation;
        if (delegation.From >= delegation.Until || delegation.Until <= act.At || delegation.Carer == space.Id)
        {
            return AccessRefusals.DelegationInvalid;
        }

        if (space.DelegationTo(delegation.Carer) is { } standing && act.At < standing.Until)
        {
            return standing == delegation ? delegation : AccessRefusals.AlreadyDelegated;
        }

        return new Decision<SpaceEvent, Delegation>([new SpaceEvent.DelegationGiven(delegation)], delegation, []);
    }
}

/// <summary>The holder takes a delegation back, or the carer gives it up.</summary>
/// <param name="Carer">The carer's own space.</param>
public sealed record EndDelegation(SpaceId Carer)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, EndDelegation command, Act act)
    {
        var own = act.By is Caller.Carer carer && carer.Space == space.Id && carer.Self == command.Carer;
        if (!own && !act.IsForHolder(space))
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        return space.DelegationTo(command.Carer) is null
            ? AccessRefusals.DelegationUnknown
            : new Decision<SpaceEvent, Done>([new SpaceEvent.DelegationEnded(command.Carer, act.At)], Done.Answer, []);
    }
}
