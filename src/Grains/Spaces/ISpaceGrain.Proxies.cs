using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Who acts for the holder.</content>
public partial interface ISpaceGrain
{
    /// <summary>Who the caller, signed in to a space of their own, is in this one now.</summary>
    [Alias("ActFor")]
    Task<Outcome<Caller>> ActFor(Envelope envelope, ActFor command);

    /// <summary>The traits of the holder, for who acts in the space.</summary>
    [Alias("Whose")]
    Task<Outcome<HolderSheet>> Whose();

    /// <summary>Who acts for the holder, and who is invited to.</summary>
    [Alias("Proxies")]
    Task<Outcome<ProxySheet>> Proxies();

    /// <summary>What the caller, signed in to a space of their own, is here, or is invited to be.</summary>
    [Alias("Standing")]
    Task<Outcome<ProxyStanding>> Standing();

    /// <summary>Where the space of a child is, for the parent of whose card they are; the platform asks, having looked at the card.</summary>
    [Alias("ProfileFor")]
    Task<ChildProfile> ProfileFor(SpaceId parent, HolderSheet child);

    /// <summary>The holder invites a carer.</summary>
    [Alias("InviteCarer")]
    Task<Outcome<Invitation>> Invite(Envelope envelope, InviteCarer command);

    /// <summary>Who represents a minor invites a second representative.</summary>
    [Alias("InviteRepresentative")]
    Task<Outcome<Invitation>> Invite(Envelope envelope, InviteRepresentative command);

    /// <summary>Who was invited accepts or refuses.</summary>
    [Alias("AnswerInvitation")]
    Task<Outcome<Done>> Answer(Envelope envelope, AnswerInvitation command);

    /// <summary>An invitation is taken back.</summary>
    [Alias("WithdrawInvitation")]
    Task<Outcome<Done>> WithdrawInvitation(Envelope envelope, WithdrawInvitation command);

    /// <summary>The holder changes until when and how far a carer acts.</summary>
    [Alias("ChangeDelegation")]
    Task<Outcome<Delegation>> Change(Envelope envelope, ChangeDelegation command);

    /// <summary>The holder or the carer ends a delegation.</summary>
    [Alias("EndDelegation")]
    Task<Outcome<Done>> End(Envelope envelope, EndDelegation command);

    /// <summary>The platform names a legal representative.</summary>
    [Alias("NameRepresentative")]
    Task<Outcome<Representation>> Name(Envelope envelope, NameRepresentative command);

    /// <summary>A parent represents a child on their card.</summary>
    [Alias("RepresentChild")]
    Task<Outcome<Representation>> Represent(Envelope envelope, RepresentChild command);

    /// <summary>A representative withdraws, or the platform learns that they are one no longer.</summary>
    [Alias("EndRepresentation")]
    Task<Outcome<Done>> End(Envelope envelope, EndRepresentation command);
}
