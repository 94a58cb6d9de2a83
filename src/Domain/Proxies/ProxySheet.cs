using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>Who acts for the holder, as the holder and who represents them read it.</summary>
/// <param name="Carers">Whose delegation has not ended.</param>
/// <param name="Representatives">Who represents the holder now.</param>
/// <param name="Invitations">Invitations, the latest first.</param>
/// <param name="Age">What the years change; of minors alone.</param>
public sealed record ProxySheet(
    ValueList<Delegation> Carers, ValueList<Representation> Representatives, ValueList<StandingInvitation> Invitations, AgeSheet? Age)
{
    /// <summary>The answer.</summary>
    public static Outcome<ProxySheet> Of(Space space, Act act) => !act.IsForHolder(space)
        ? SpaceRefusals.OnlyTheHolder
        : new ProxySheet(
            [.. space.Delegations.Where(delegation => act.At < delegation.Until)],
            [.. space.Representations.Where(representation => space.IsRepresentedBy(representation.Person, act.At))],
            [.. space.Invitations.Reverse().Select(invitation => StandingInvitation.Of(invitation, act.At))],
            space.Holder is { } holder && holder.IsMinorAt(act.At) ? AgeSheet.Of(holder) : null);
}

/// <summary>An invitation as it stands now. Whom it has found is not told.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Role">What they are invited to be.</param>
/// <param name="Name">The name as it was typed.</param>
/// <param name="At">When.</param>
/// <param name="ExpiresAt">When it expires.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Term">From when to when and how far; of carers alone.</param>
public sealed record StandingInvitation(
    Guid Id, ProxyRole Role, string Name, DateTimeOffset At, DateTimeOffset ExpiresAt, InvitationStatus Status, CarerTerm? Term)
{
    /// <summary>The invitation at <paramref name="now"/>.</summary>
    public static StandingInvitation Of(Invitation invitation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return new(invitation.Id, invitation.Role, invitation.Name, invitation.At, invitation.ExpiresAt, invitation.StatusAt(now), invitation.Term);
    }
}

/// <summary>What the years change for a minor.</summary>
/// <param name="SixteenOn">
/// When they turn sixteen: from then on they may have a card of their own (code de la sécurité sociale, R. 161-33-1) and choose their attending doctor with
/// their parents' agreement (L. 162-5-3); screens address the young person too.
/// </param>
/// <param name="OfAgeAt">When they come of age: what parents may do has ended, an account of their own is needed.</param>
public sealed record AgeSheet(DateOnly SixteenOn, DateTimeOffset OfAgeAt)
{
    /// <summary>Those of <paramref name="holder"/>.</summary>
    public static AgeSheet Of(HolderSheet holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return new(holder.Birthday(16), holder.ComesOfAgeAt);
    }
}

/// <summary>What somebody is in the space of another, as they read it themself.</summary>
/// <param name="Space">The space.</param>
/// <param name="Name">Whose it is: first given name and birth name.</param>
/// <param name="Role">What they are there, or are invited to be.</param>
/// <param name="Invitation">The invitation, while it waits for their answer.</param>
/// <param name="Representation">How they represent the holder now.</param>
/// <param name="Delegation">The delegation, until it ends; it may not have begun.</param>
public sealed record ProxyStanding(
    SpaceId Space, string Name, ProxyRole Role, StandingInvitation? Invitation, Representation? Representation, Delegation? Delegation)
{
    /// <summary>What the caller, signed in to a space of their own, is here; to who is nothing the space does not exist.</summary>
    public static Outcome<ProxyStanding> Of(Space space, Act act)
    {
        if (act.By is not Caller.Holder { Space: var self } || space.Holder is not { } holder)
        {
            return IdentityRefusals.PersonUnknown;
        }

        var name = $"{holder.FirstName} {holder.BirthName}";
        return space.IsRepresentedBy(self, act.At) ? new ProxyStanding(space.Id, name, ProxyRole.Representative, null, space.RepresentationBy(self), null)
            : space.DelegationTo(self) is { } delegation && act.At < delegation.Until
                ? new ProxyStanding(space.Id, name, ProxyRole.Carer, null, null, delegation)
            : space.Invitations.LastOrDefault(invitation => invitation.Invited == self && invitation.IsPendingAt(act.At)) is { } invitation
                ? new ProxyStanding(space.Id, name, invitation.Role, StandingInvitation.Of(invitation, act.At), null, null)
            : IdentityRefusals.PersonUnknown;
    }
}
