using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>What happens to an account. Journaled, so that counters, spent codes and ended sessions survive a restart.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Created), "account-created")]
[JsonDerivedType(typeof(Challenged), "challenged")]
[JsonDerivedType(typeof(ChallengeMet), "challenge-met")]
[JsonDerivedType(typeof(ProofMissed), "proof-missed")]
[JsonDerivedType(typeof(SessionBegan), "session-began")]
[JsonDerivedType(typeof(SessionRenewed), "session-renewed")]
[JsonDerivedType(typeof(SessionsEnded), "sessions-ended")]
[JsonDerivedType(typeof(PasswordChanged), "password-changed")]
[JsonDerivedType(typeof(ContactVerified), "contact-verified")]
[JsonDerivedType(typeof(AuthenticatorOffered), "authenticator-offered")]
[JsonDerivedType(typeof(AuthenticatorUsed), "authenticator-used")]
[JsonDerivedType(typeof(AuthenticatorRemoved), "authenticator-removed")]
[JsonDerivedType(typeof(PasskeyAdded), "passkey-added")]
[JsonDerivedType(typeof(PasskeyUsed), "passkey-used")]
[JsonDerivedType(typeof(PasskeyRemoved), "passkey-removed")]
[JsonDerivedType(typeof(RecoveryCodesIssued), "recovery-codes-issued")]
[JsonDerivedType(typeof(RecoveryCodeUsed), "recovery-code-used")]
public abstract partial record AccountEvent
{
    private AccountEvent()
    {
    }

    /// <summary>The person has an account from now on.</summary>
    /// <param name="Login">The login, as it is filed; none where only a federation opens it.</param>
    /// <param name="PasswordHash">The hash of the password.</param>
    /// <param name="Email">Where one-time codes go.</param>
    /// <param name="Failures">Failures that were counted before accounts were kept here.</param>
    /// <param name="At">When.</param>
    public sealed record Created(BlindKey? Login, string? PasswordHash, string? Email, int Failures, DateTimeOffset At) : AccountEvent;

    /// <summary>An attempt waits for its answer; a code went out if it has one.</summary>
    public sealed record Challenged(Challenge Challenge, DateTimeOffset At) : AccountEvent;

    /// <summary>An attempt was answered rightly, and is over.</summary>
    public sealed record ChallengeMet(ChallengePurpose Purpose, DateTimeOffset At) : AccountEvent;

    /// <summary>Something wrong was given for a proof; for an attempt of this purpose, if it was for one.</summary>
    public sealed record ProofMissed(Factor Factor, ChallengePurpose? Purpose, DateTimeOffset At) : AccountEvent;

    /// <summary>Somebody signed in.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="By">By what they proved who they are, in the end.</param>
    public sealed record SessionBegan(Session Session, Factor By) : AccountEvent;

    /// <summary>Who is signed in proved it again: the session goes on under a new token.</summary>
    public sealed record SessionRenewed(Guid Session, string Key, Factor By, DateTimeOffset At) : AccountEvent;

    /// <summary>Sessions are over.</summary>
    public sealed record SessionsEnded(ValueList<Guid> Sessions, DateTimeOffset At) : AccountEvent;

    /// <summary>There is another password.</summary>
    public sealed record PasswordChanged(string Hash, DateTimeOffset At) : AccountEvent;

    /// <summary>An address is the account's: it takes the place of the one of its kind.</summary>
    public sealed record ContactVerified(Contact Contact) : AccountEvent;

    /// <summary>An authenticator app was given a secret; it serves once a code of it was right.</summary>
    public sealed record AuthenticatorOffered(string Secret, DateTimeOffset At) : AccountEvent;

    /// <summary>A code of the authenticator app was right: its secret is confirmed, and its step is spent.</summary>
    public sealed record AuthenticatorUsed(long Step, DateTimeOffset At) : AccountEvent;

    /// <summary>The authenticator app serves no longer.</summary>
    public sealed record AuthenticatorRemoved(DateTimeOffset At) : AccountEvent;

    /// <summary>A passkey was registered.</summary>
    public sealed record PasskeyAdded(Passkey Passkey) : AccountEvent;

    /// <summary>A passkey was used.</summary>
    public sealed record PasskeyUsed(string Id, uint SignCount, bool BackedUp, DateTimeOffset At) : AccountEvent;

    /// <summary>A passkey serves no longer.</summary>
    public sealed record PasskeyRemoved(string Id, DateTimeOffset At) : AccountEvent;

    /// <summary>New recovery codes take the place of those before.</summary>
    /// <param name="Digests">Keyed digests of the codes.</param>
    /// <param name="At">When.</param>
    public sealed record RecoveryCodesIssued(ValueList<string> Digests, DateTimeOffset At) : AccountEvent;

    /// <summary>A recovery code was used, and is spent.</summary>
    public sealed record RecoveryCodeUsed(string Digest, DateTimeOffset At) : AccountEvent;
}
