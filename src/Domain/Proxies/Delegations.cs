using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>What delegations ask to be woken for.</summary>
internal static class Delegations
{
    /// <summary>How many days before the end both sides are reminded (portal design).</summary>
    public const int ReminderDays = 30;

    /// <summary>A reminder, where there is time for one, and the end.</summary>
    public static IReadOnlyList<DueItem> Due(SpaceId carer, DateTimeOffset until, Act act)
    {
        var ends = new DueItem(DueKind.DelegationEnds, Ids.Of(act.CommandId, $"end {carer}"), until);
        var reminder = until.AddDays(-ReminderDays);
        return reminder <= act.At ? [ends] : [new(DueKind.DelegationEndsSoon, Ids.Of(act.CommandId, $"reminder {carer}"), reminder), ends];
    }
}

/// <summary>The holder, or who represents them, changes until when and how far a carer acts. It holds from the next request.</summary>
/// <param name="Carer">The carer's own space.</param>
/// <param name="Until">To when, excluded.</param>
/// <param name="Rights">How far.</param>
public sealed record ChangeDelegation(SpaceId Carer, DateTimeOffset Until, CarerRights Rights)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Delegation> Decide(Space space, ChangeDelegation command, Act act)
    {
        if (Settling.StandsAgainst(space, act) is { } refusal)
        {
            return refusal;
        }

        if (space.DelegationTo(command.Carer) is not { } standing || act.At >= standing.Until)
        {
            return AccessRefusals.DelegationUnknown;
        }

        var changed = standing with { Until = command.Until, Rights = command.Rights == CarerRights.Full ? null : command.Rights };
        return changed == standing ? standing
            : command.Until <= act.At || command.Until <= standing.From ? AccessRefusals.DelegationInvalid
            : new Decision<SpaceEvent, Delegation>([new SpaceEvent.DelegationGiven(changed)], changed, [])
            {
                Due = Delegations.Due(command.Carer, command.Until, act),
                Elsewhere = [new(command.Carer, new(NoticeKind.DelegationChanged, act.CommandId, act.At))],
            };
    }
}

/// <summary>Delegations near their end are told to both sides, those that have come to it are ended. Sent by the platform when they fall due.</summary>
public sealed record ReviewDelegations
{
    /// <summary>The rule: it looks at what stands now, whatever it was woken for.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, ReviewDelegations command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheHolder;
        }

        var over = space.Delegations.Where(delegation => act.At >= delegation.Until).ToList();
        var near = space.Delegations.Where(delegation =>
            act.At < delegation.Until && act.At >= delegation.Until.AddDays(-Delegations.ReminderDays) && delegation.RemindedOf != delegation.Until).ToList();
        if (over.Count + near.Count == 0)
        {
            return Done.Answer;
        }

        Notice Told(Delegation delegation, NoticeKind kind) => new(kind, Ids.Of(act.CommandId, delegation.Carer.Value), act.At);
        (Delegation Delegation, NoticeKind Kind)[] tidings =
            [.. over.Select(delegation => (delegation, NoticeKind.ProxyEnded)), .. near.Select(delegation => (delegation, NoticeKind.DelegationEndsSoon))];
        return new(
            [
                .. over.Select(delegation => new SpaceEvent.DelegationEnded(delegation.Carer, act.At)),
                .. near.Select(delegation => new SpaceEvent.DelegationGiven(delegation with { RemindedOf = delegation.Until })),
            ],
            Done.Answer,
            [.. tidings.Select(tiding => Told(tiding.Delegation, tiding.Kind))])
        {
            Elsewhere = [.. tidings.Select(tiding => new NoticeElsewhere(tiding.Delegation.Carer, Told(tiding.Delegation, tiding.Kind)))],
        };
    }
}
