using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>Who was invited accepts, and acts for the holder from then on, or refuses.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Accepts">Accepts, or refuses.</param>
public sealed record AnswerInvitation(Guid Id, bool Accepts)
{
    /// <summary>The rule. To anybody but who was invited there is no such invitation.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, AnswerInvitation command, Act act)
    {
        if (act.By is not Caller.Holder { Space: var self } || space.InvitationOf(command.Id) is not { } invitation || invitation.Invited != self)
        {
            return ProxyRefusals.InvitationUnknown;
        }

        var wanted = command.Accepts ? InvitationStatus.Accepted : InvitationStatus.Refused;
        if (!invitation.IsPendingAt(act.At))
        {
            return invitation.Outcome == wanted ? Done.Answer : ProxyRefusals.InvitationOver;
        }

        // Who was invited is not told what became of the space.
        if (Settling.StandsAgainst(space, act.At) is not null || (command.Accepts && space.StatusAt(act.At) is not SpaceStatus.Activated))
        {
            return ProxyRefusals.InvitationOver;
        }

        var answered = new SpaceEvent.InvitationAnswered(invitation.Id, command.Accepts, act.At);
        Notice[] notices = [new(NoticeKind.InvitationAnswered, invitation.Id, act.At)];
        return command.Accepts ? Accepted(space, self, invitation, answered, act, notices) : new([answered], Done.Answer, notices);
    }

    private static Decision<SpaceEvent, Done> Accepted(
        Space space, SpaceId self, Invitation invitation, SpaceEvent answered, Act act, Notice[] notices)
    {
        if (invitation.Term is { } term)
        {
            var delegation = new Delegation(
                self, invitation.Name, term.From, EndOf(space, invitation, term), term.Rights == CarerRights.Full ? null : term.Rights);
            return new([answered, new SpaceEvent.DelegationGiven(delegation)], Done.Answer, notices) { Due = Delegations.Due(self, delegation.Until, act) };
        }

        return !space.HolderIsMinorAt(act.At)
            ? AccessRefusals.NobodyToRepresent
            : new Decision<SpaceEvent, Done>([answered, new SpaceEvent.RepresentativeNamed(new(self, invitation.Name, RepresentationKind.Minority, act.At))], Done.Answer, notices);
    }

    // What representatives have settled for a minor ends with what they may settle.
    private static DateTimeOffset EndOf(Space space, Invitation invitation, CarerTerm term) =>
        space.Holder!.ComesOfAgeAt is var majority && invitation.At < majority && majority < term.Until ? majority : term.Until;
}

/// <summary>The holder, or who represents them, takes an invitation back.</summary>
/// <param name="Id">The invitation.</param>
public sealed record WithdrawInvitation(Guid Id)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, WithdrawInvitation command, Act act)
    {
        if (Settling.StandsAgainst(space, act) is { } refusal)
        {
            return refusal;
        }

        return space.InvitationOf(command.Id) is not { } invitation ? ProxyRefusals.InvitationUnknown
            : invitation.Outcome is InvitationStatus.Withdrawn ? Done.Answer
            : !invitation.IsPendingAt(act.At) ? ProxyRefusals.InvitationOver
            : new Decision<SpaceEvent, Done>([new SpaceEvent.InvitationWithdrawn(invitation.Id, act.At)], Done.Answer, []);
    }
}
