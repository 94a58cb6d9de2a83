using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>The holder, or who represents them, invites a carer (proche aidant).</summary>
/// <param name="Person">Who was named.</param>
/// <param name="Name">The name as it was typed.</param>
/// <param name="Invited">Their own space, where what was typed named somebody who uses theirs.</param>
/// <param name="Term">From when to when, and how far.</param>
public sealed record InviteCarer(BlindKey Person, string Name, SpaceId? Invited, CarerTerm Term)
{
    /// <summary>How many carers a person has at most, those who are invited among them (portal design).</summary>
    public const int MostCarers = 3;

    /// <summary>The rule. Nothing of the answer depends on whether the person exists, but what the holder knows: who cares for them already.</summary>
    public static Decision<SpaceEvent, Invitation> Decide(Space space, InviteCarer command, Act act)
    {
        if (Settling.StandsAgainst(space, act) is { } refusal)
        {
            return refusal;
        }

        var term = command.Term;
        if (space.StatusAt(act.At) is not SpaceStatus.Activated)
        {
            return SpaceRefusals.NotOpen;
        }

        if (term.From >= term.Until || term.Until <= act.At || command.Invited == space.Id)
        {
            return AccessRefusals.DelegationInvalid;
        }

        if (command.Invited is { } known && space.DelegationTo(known) is { } standing && act.At < standing.Until)
        {
            return AccessRefusals.AlreadyDelegated;
        }

        var pending = space.Invitations.Where(invitation => invitation.Role is ProxyRole.Carer && invitation.IsPendingAt(act.At)).ToList();
        if (pending.Find(invitation => invitation.Person == command.Person) is { } waiting)
        {
            return waiting.Term == term ? waiting : ProxyRefusals.AlreadyInvited;
        }

        return pending.Count + space.Delegations.Count(delegation => act.At < delegation.Until) >= MostCarers
            ? ProxyRefusals.TooManyCarers
            : Invitations.Sent(new(Ids.Of(act.CommandId, "invitation"), ProxyRole.Carer, command.Person, command.Name, command.Invited, act.At, term));
    }
}

/// <summary>Who represents a minor invites a second representative (access rights, section 5).</summary>
/// <param name="Person">Who was named.</param>
/// <param name="Name">The name as it was typed.</param>
/// <param name="Invited">Their own space, where what was typed named somebody who uses theirs.</param>
public sealed record InviteRepresentative(BlindKey Person, string Name, SpaceId? Invited)
{
    /// <summary>How many people represent a minor at most: two parents (code civil, art. 371-1).</summary>
    public const int MostRepresentatives = 2;

    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Invitation> Decide(Space space, InviteRepresentative command, Act act)
    {
        // The holder cannot: who would be represented does not choose by whom.
        if (act.By is not Caller.Representative || !act.IsForHolder(space))
        {
            return AccessRefusals.MayNotNameRepresentatives;
        }

        if (Settling.StandsAgainst(space, act) is { } refusal)
        {
            return refusal;
        }

        if (!space.HolderIsMinorAt(act.At) || command.Invited == space.Id)
        {
            return AccessRefusals.NobodyToRepresent;
        }

        var pending = space.Invitations.Where(invitation => invitation.Role is ProxyRole.Representative && invitation.IsPendingAt(act.At)).ToList();
        if (pending.Find(invitation => invitation.Person == command.Person) is { } waiting)
        {
            return waiting;
        }

        return pending.Count + space.Representations.Count >= MostRepresentatives
            ? ProxyRefusals.TooManyRepresentatives
            : Invitations.Sent(new(Ids.Of(act.CommandId, "invitation"), ProxyRole.Representative, command.Person, command.Name, command.Invited, act.At));
    }
}

/// <summary>What invitations have in common.</summary>
internal static class Invitations
{
    // The notice to the holder's own book goes out each time: somebody is about to be let in; and the work is the same whoever was named.
    public static Decision<SpaceEvent, Invitation> Sent(Invitation invitation) =>
        new([new SpaceEvent.ProxyInvited(invitation)], invitation, [new(NoticeKind.InvitationSent, invitation.Id, invitation.At)])
        {
            Elsewhere = invitation.Invited is { } invited ? [new(invited, new(NoticeKind.InvitationReceived, invitation.Id, invitation.At))] : [],
        };
}
