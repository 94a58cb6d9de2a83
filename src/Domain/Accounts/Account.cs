using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>
/// How one person gets into their space: password, contacts, codes under way, sessions. Its own snapshot. An account that nobody opened is one like
/// any other, in which every proof is wrong: who guesses logins meets the same work whether a login exists or not (ASVS 6.3.8).
/// </summary>
/// <param name="Space">The person's own space.</param>
public sealed partial record Account(SpaceId Space)
{
    /// <summary>Version of this shape; snapshots of another are ignored and the journal is replayed.</summary>
    public const int Schema = 2;

    /// <summary>Consecutive failures before only recovery by a stronger path helps (NIST SP 800-63B).</summary>
    public const int MostFailures = 100;

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>When it was opened; <see langword="null"/> where it never was.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>The login, as it is filed; none where only a federation opens the account.</summary>
    public BlindKey? Login { get; init; }

    /// <summary>The hash of the password.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Where codes go: at most one of each kind.</summary>
    public ValueList<Contact> Contacts { get; init; } = [];

    /// <summary>Failures since the last sign-in.</summary>
    public int Failures { get; init; }

    /// <summary>What waits for an answer: at most one of each purpose.</summary>
    public ValueList<Challenge> Challenges { get; init; } = [];

    /// <summary>When codes went out since the last sign-in, of the last day.</summary>
    public ValueList<DateTimeOffset> Sends { get; init; } = [];

    /// <summary>The sessions that stand, the oldest first; some may have gone idle, which the account is not told.</summary>
    public ValueList<Session> Sessions { get; init; } = [];

    /// <summary>The authenticator app, confirmed or offered.</summary>
    public Authenticator? Authenticator { get; init; }

    /// <summary>The passkeys, the oldest first.</summary>
    public ValueList<Passkey> Passkeys { get; init; } = [];

    /// <summary>Keyed digests of the recovery codes that are left.</summary>
    public ValueList<string> RecoveryCodes { get; init; } = [];

    /// <summary>Whether proofs that can be guessed are taken no more.</summary>
    public bool Locked => Failures >= MostFailures;

    /// <summary>The contact of a kind.</summary>
    public Contact? ContactOf(ContactKind kind) => Contacts.FirstOrDefault(contact => contact.Kind == kind);

    /// <summary>Whether the session stands, under its present token.</summary>
    public bool Holds(Guid session, string key) => Sessions.Any(known => known.Id == session && known.Key == key);

    /// <summary>The end of the sessions other than <paramref name="session"/>, if there are any.</summary>
    internal AccountEvent[] EndingOthers(Guid? session, DateTimeOffset at) =>
        Sessions.Select(known => known.Id).Where(id => id != session).ToValueList() is { Count: > 0 } others ? [new AccountEvent.SessionsEnded(others, at)] : [];

    /// <summary>Whether the person whose account it is acts.</summary>
    internal bool IsOwner(Caller caller) => caller is Caller.Holder holder && holder.Space == Space;

    /// <summary>What waits for an answer under the identity <paramref name="id"/>.</summary>
    public Challenge? Awaiting(ChallengePurpose purpose, string id, DateTimeOffset at) =>
        Challenges.FirstOrDefault(challenge => challenge.Purpose == purpose && challenge.Id == id && challenge.LivesAt(at));

    /// <summary>Whether one more code may go out.</summary>
    internal bool MaySendAt(DateTimeOffset at) =>
        Sends.Count(sent => sent > at - Quarter) < Challenge.MostSendsInAQuarter && Sends.Count(sent => sent > at - Day) < Challenge.MostSendsInADay;

    /// <summary>The account once <paramref name="happened"/>.</summary>
    /// <exception cref="InvalidOperationException">An event that this version does not know.</exception>
    public Account After(AccountEvent happened) => happened switch
    {
        AccountEvent.Created created => this with
        {
            OpenedAt = created.At,
            Login = created.Login,
            PasswordHash = created.PasswordHash,
            Failures = created.Failures,
            Contacts = created.Email is { } email ? [new(ContactKind.Email, email, created.At)] : [],
        },
        AccountEvent.Challenged challenged => this with
        {
            Challenges = [.. Without(challenged.Challenge.Purpose), challenged.Challenge],
            Sends = challenged.Challenge.CodeDigest is null ? Sends : [.. Sends.Where(sent => sent > challenged.At - Day), challenged.At],
        },
        AccountEvent.ChallengeMet met => this with { Challenges = [.. Without(met.Purpose)] },
        AccountEvent.ProofMissed missed => this with
        {
            Failures = Failures + 1,
            Challenges = Challenges.Select(one => one.Purpose == missed.Purpose ? one with { WrongTries = one.WrongTries + 1 } : one).ToValueList(),
        },
        AccountEvent.SessionBegan began => this with
        {
            Failures = 0,
            Sends = [],
            Sessions = [.. Sessions.Where(known => known.Ends > began.Session.Began).TakeLast(Session.MostAtOnce - 1), began.Session],
        },
        AccountEvent.SessionRenewed renewed => this with
        {
            Failures = 0,
            Sessions = Sessions.Select(known => known.Id == renewed.Session ? known with { Key = renewed.Key } : known).ToValueList(),
        },
        AccountEvent.SessionsEnded ended => this with { Sessions = [.. Sessions.Where(known => !ended.Sessions.Contains(known.Id))] },
        AccountEvent.PasswordChanged changed => this with { PasswordHash = changed.Hash, Failures = 0 },
        AccountEvent.ContactVerified verified => this with
        {
            Contacts = [.. Contacts.Where(contact => contact.Kind != verified.Contact.Kind), verified.Contact],
        },
        AccountEvent.AuthenticatorOffered offered => this with { Authenticator = new(offered.Secret, false, 0) },
        AccountEvent.AuthenticatorUsed used => this with { Authenticator = Authenticator! with { Confirmed = true, LastStep = used.Step } },
        AccountEvent.AuthenticatorRemoved => this with { Authenticator = null },
        AccountEvent.PasskeyAdded added => this with { Passkeys = [.. Passkeys, added.Passkey] },
        AccountEvent.PasskeyUsed used => this with
        {
            Passkeys = Passkeys.Select(key => key.Id == used.Id ? key with { SignCount = used.SignCount, BackedUp = used.BackedUp } : key).ToValueList(),
        },
        AccountEvent.PasskeyRemoved removed => this with { Passkeys = [.. Passkeys.Where(key => key.Id != removed.Id)] },
        AccountEvent.RecoveryCodesIssued issued => this with { RecoveryCodes = issued.Digests },
        AccountEvent.RecoveryCodeUsed used => this with { RecoveryCodes = [.. RecoveryCodes.Where(digest => digest != used.Digest)] },
        AccountEvent.FederationLinked linked => this with { Federation = new(linked.Identity, linked.At) },
        AccountEvent.FederationUnlinked => this with { Federation = null },
        _ => throw new InvalidOperationException($"An account does not know the event {happened.GetType().Name}."),
    };

    private IEnumerable<Challenge> Without(ChallengePurpose purpose) => Challenges.Where(challenge => challenge.Purpose != purpose);
}
