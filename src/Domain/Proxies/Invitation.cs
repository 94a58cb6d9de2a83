using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Proxies;

/// <summary>
/// Somebody is invited to act for the holder. It reads the same to who invites whether the person exists or not: an invitation of nobody waits, and
/// expires.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Role">What they are invited to be.</param>
/// <param name="Person">Who was named, as a keyed digest of what was typed: for telling that somebody is invited twice.</param>
/// <param name="Name">The name as it was typed.</param>
/// <param name="Invited">Their own space, where what was typed named somebody who uses theirs.</param>
/// <param name="At">When.</param>
/// <param name="Term">From when to when and how far they would act; of carers alone.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record Invitation(
    Guid Id, ProxyRole Role, BlindKey Person, string Name, SpaceId? Invited, DateTimeOffset At, CarerTerm? Term = null,
    InvitationStatus Outcome = InvitationStatus.Pending)
{
    /// <summary>After how many days an unanswered invitation expires; no source gives the figure.</summary>
    public const int Days = 30;

    /// <summary>When it expires, excluded.</summary>
    [JsonIgnore]
    public DateTimeOffset ExpiresAt => LegalTerm.AfterDays(At, Days);

    /// <summary>Where it stands at <paramref name="at"/>.</summary>
    public InvitationStatus StatusAt(DateTimeOffset at) =>
        Outcome is InvitationStatus.Pending && at >= ExpiresAt ? InvitationStatus.Expired : Outcome;

    /// <summary>Whether it waits for an answer at <paramref name="at"/>.</summary>
    public bool IsPendingAt(DateTimeOffset at) => StatusAt(at) is InvitationStatus.Pending;
}

/// <summary>From when to when, and how far, a carer is invited to act.</summary>
/// <param name="From">From.</param>
/// <param name="Until">To, excluded.</param>
/// <param name="Rights">How far.</param>
public sealed record CarerTerm(DateTimeOffset From, DateTimeOffset Until, CarerRights Rights)
{
    /// <summary>How long a carer acts where the holder says nothing (portal design): twelve months.</summary>
    public const int UsualMonths = 12;
}

/// <summary>What somebody is to the person they act for.</summary>
public enum ProxyRole
{
    /// <summary>A carer (proche aidant).</summary>
    Carer,

    /// <summary>A legal representative (représentant légal).</summary>
    Representative,
}

/// <summary>Where an invitation stands.</summary>
public enum InvitationStatus
{
    /// <summary>Waits for an answer (en attente).</summary>
    Pending,

    /// <summary>Accepted: of a representative, validated.</summary>
    Accepted,

    /// <summary>Refused by who was invited.</summary>
    Refused,

    /// <summary>Nobody has answered in time.</summary>
    Expired,

    /// <summary>Taken back by who had invited.</summary>
    Withdrawn,
}
