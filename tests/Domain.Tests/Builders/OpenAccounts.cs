using MonEspaceSante.Domain.Accounts;

namespace MonEspaceSante.Domain.Tests.Builders;

/// <summary>Accounts, and what is done with them.</summary>
internal static class OpenAccounts
{
    public const string Hash = "hash";

    public static readonly AccountEvent Created = new AccountEvent.Created(Logins.Login, Hash, "alix@example.test", 0, Moments.Opening);

    /// <summary>An account with a password and an e-mail address, long since.</summary>
    public static Account Plain => new Account(People.Space).Take(Created);

    public static readonly Contact Phone = new(ContactKind.Phone, "+33600000000", Moments.Now);

    /// <summary>The secret of RFC 6238, appendix B, in base32.</summary>
    public const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    public static readonly Passkey Passkey = new("AQID", "BAUG", 7, "Téléphone", Moments.Now, ["internal"], true, false);

    /// <summary>An account with everything that somebody may sign in by.</summary>
    public static Account Full => Plain.Take(
        new AccountEvent.ContactVerified(Phone with { Since = Moments.Opening }), new AccountEvent.AuthenticatorOffered(Secret, Moments.Opening),
        new AccountEvent.AuthenticatorUsed(1, Moments.Opening), new AccountEvent.PasskeyAdded(Passkey), new AccountEvent.RecoveryCodesIssued([Logins.Right], Moments.Opening));

    /// <summary>What the app shows at <paramref name="at"/>.</summary>
    public static string Shown(DateTimeOffset at) => Authenticator.CodeAt(Secret, Authenticator.StepAt(at));

    public static Session Session { get; } = SessionOf(1);

    public static Session SessionOf(int number) =>
        new(new(number, 0, 0, new byte[8]), $"key-{number}", "Firefox, Linux", Moments.Now, Moments.Now + Session.Absolute);

    /// <summary>A code for the attempt <paramref name="attempt"/>, sent now.</summary>
    public static AccountEvent Sent(string attempt, ChallengePurpose purpose = ChallengePurpose.SignIn) =>
        new AccountEvent.Challenged(new(purpose, attempt, Logins.Right, Moments.Now + Challenge.Validity), Moments.Now);

    /// <summary>The telephone waits for its code, under the attempt c1.</summary>
    public static AccountEvent Asked =>
        new AccountEvent.Challenged(new(ChallengePurpose.Contact, "c1", Logins.Right, Moments.Now + Challenge.Validity, 0, Phone), Moments.Now);

    public static StartSignIn Start(string attempt = "a1", bool right = true) => new(new(Hash, right), attempt, Logins.Right);

    public static CompleteSignIn Complete(string attempt = "a1", bool right = true) =>
        new(new Evidence.OneTimeCode(attempt, right ? Logins.Right : Logins.Wrong), Session);

    public static Account Take(this Account account, params IEnumerable<AccountEvent> events) => events.Aggregate(account, (before, happened) => before.After(happened));
}
