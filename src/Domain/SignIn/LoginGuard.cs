using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.SignIn;

/// <summary>A secret kept as a salted slow digest (PBKDF2-SHA-512), computed outside the grain.</summary>
/// <param name="Salt">16 bytes, base64.</param>
/// <param name="Digest">32 bytes, base64.</param>
public sealed record SecretDigest(string Salt, string Digest)
{
    /// <summary>Whether <paramref name="digest"/>, computed with the same salt, is the same; in constant time.</summary>
    public bool Matches(string digest) =>
        CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(Digest), Convert.FromBase64String(digest));
}

/// <summary>A provisional code sent to a person, by letter, e-mail or text message.</summary>
/// <param name="Secret">What an entered code is checked against.</param>
/// <param name="ExpiresAt">When it opens nothing any more.</param>
/// <param name="WrongTries">How many wrong codes were entered.</param>
/// <param name="Used">The space that it opened is in use.</param>
/// <param name="Sends">When codes went out to the person within a day, this one among them.</param>
public sealed record ProvisionalCode(SecretDigest Secret, DateTimeOffset ExpiresAt, int WrongTries, bool Used, ValueList<DateTimeOffset> Sends)
{
    /// <summary>Six weeks from sending.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromDays(42);

    /// <summary>Five wrong tries burn it: with 50 bits, blind guessing of 65 million spaces opens none (security design, 2.1).</summary>
    public const int MostWrongTries = 5;

    /// <summary>Whether it was guessed at too often: it opens nothing any more, the right code neither.</summary>
    public bool IsBurned => WrongTries >= MostWrongTries;
}

/// <summary>A one-time code sent for one sign-in attempt.</summary>
public sealed record OneTimeCode(string Attempt, string Digest, DateTimeOffset ExpiresAt, int WrongTries)
{
    /// <summary>Ten minutes at most.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(10);

    /// <summary>Five tries (ASVS 6.5.5).</summary>
    public const int MostWrongTries = 5;

    /// <summary>Three codes in a quarter of an hour, counted since the last sign-in (security design, 2.1): a mailbox is not a target.</summary>
    public const int MostInAQuarter = 3;

    /// <summary>Ten codes in a day, counted likewise.</summary>
    public const int MostInADay = 10;

    /// <summary>Whether it can still open something.</summary>
    public bool LivesAt(DateTimeOffset at) => WrongTries < MostWrongTries && at < ExpiresAt;
}

/// <summary>A login and what it opens.</summary>
/// <param name="Space">The space that it opens.</param>
/// <param name="Password">What the password is checked against.</param>
/// <param name="Email">Where one-time codes go.</param>
/// <param name="Failures">Failures since the last sign-in.</param>
/// <param name="Code">The last one-time code that went out and is not used.</param>
/// <param name="Sends">When codes went out since the last sign-in, of the last day.</param>
public sealed record Credentials(
    SpaceId Space, SecretDigest Password, string Email, int Failures, OneTimeCode? Code, ValueList<DateTimeOffset> Sends)
{
    /// <summary>Consecutive failures before only recovery by a stronger path helps (NIST SP 800-63B).</summary>
    public const int MostFailures = 100;

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Whether one more code may go out.</summary>
    public bool MaySendAt(DateTimeOffset at) =>
        Sends.Count(sent => sent > at - Quarter) < OneTimeCode.MostInAQuarter && Sends.Count(sent => sent > at - Day) < OneTimeCode.MostInADay;

    /// <summary>The sends to remember once a code goes out at <paramref name="at"/>.</summary>
    internal ValueList<DateTimeOffset> SendsWith(DateTimeOffset at) => [.. Sends.Where(sent => sent > at - Day), at];
}

/// <summary>What happens to secrets. Journaled, so that counters survive a restart.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CodeIssued), "code-issued")]
[JsonDerivedType(typeof(CodeMissed), "code-missed")]
[JsonDerivedType(typeof(CodeUsed), "code-used")]
[JsonDerivedType(typeof(CodeWithheld), "code-withheld")]
[JsonDerivedType(typeof(LoginRegistered), "login-registered")]
[JsonDerivedType(typeof(PasswordMissed), "password-missed")]
[JsonDerivedType(typeof(OneTimeCodeSent), "one-time-code-sent")]
[JsonDerivedType(typeof(OneTimeCodeMissed), "one-time-code-missed")]
[JsonDerivedType(typeof(SignedIn), "signed-in")]
public abstract record GuardEvent
{
    private GuardEvent()
    {
    }

    /// <summary>A letter with a code was made; the code before it opens nothing any more.</summary>
    public sealed record CodeIssued(BlindKey Person, SecretDigest Secret, DateTimeOffset ExpiresAt) : GuardEvent;

    /// <summary>A code was tried and opened nothing; the person may have none, or be nobody.</summary>
    public sealed record CodeMissed(BlindKey Person, DateTimeOffset At) : GuardEvent;

    /// <summary>Somebody asked for a code, and none went out: too often, or to nobody.</summary>
    public sealed record CodeWithheld(BlindKey Person, DateTimeOffset At) : GuardEvent;

    /// <summary>The code was right, and is spent.</summary>
    public sealed record CodeUsed(BlindKey Person, DateTimeOffset At) : GuardEvent;

    /// <summary>A login was chosen.</summary>
    public sealed record LoginRegistered(BlindKey Login, SpaceId Space, SecretDigest Password, string Email) : GuardEvent;

    /// <summary>A wrong password was tried.</summary>
    public sealed record PasswordMissed(BlindKey Login, DateTimeOffset At) : GuardEvent;

    /// <summary>The password was right; a one-time code went out.</summary>
    public sealed record OneTimeCodeSent(BlindKey Login, string Attempt, string Digest, DateTimeOffset ExpiresAt) : GuardEvent;

    /// <summary>A wrong one-time code was tried.</summary>
    public sealed record OneTimeCodeMissed(BlindKey Login, string Attempt, DateTimeOffset At) : GuardEvent;

    /// <summary>The one-time code was right.</summary>
    public sealed record SignedIn(BlindKey Login, string Attempt, DateTimeOffset At) : GuardEvent;
}

/// <summary>Provisional codes and logins of one bucket of blind keys.</summary>
public sealed class LoginGuard
{
    private readonly Dictionary<BlindKey, ProvisionalCode> _codes = [];
    private readonly Dictionary<BlindKey, Credentials> _logins = [];

    /// <summary>The provisional code of a person.</summary>
    public bool TryFindCode(BlindKey person, [NotNullWhen(true)] out ProvisionalCode? code) => _codes.TryGetValue(person, out code);

    /// <summary>What a login opens.</summary>
    public bool TryFindLogin(BlindKey login, [NotNullWhen(true)] out Credentials? credentials) => _logins.TryGetValue(login, out credentials);

    /// <summary>Everything it holds, for a snapshot.</summary>
    public GuardSnapshot Snapshot() => new(
        _codes.Select(code => new GuardedCode(code.Key, code.Value)).ToValueList(),
        _logins.Select(login => new GuardedLogin(login.Key, login.Value)).ToValueList());

    /// <summary>Takes the place of every event before the snapshot.</summary>
    public void Restore(GuardSnapshot snapshot)
    {
        foreach (var (person, code) in snapshot.Codes)
        {
            _codes.Add(person, code);
        }

        foreach (var (login, credentials) in snapshot.Logins)
        {
            _logins.Add(login, credentials);
        }
    }

    /// <summary>Takes in an event.</summary>
    public void Apply(GuardEvent happened)
    {
        switch (happened)
        {
            case GuardEvent.CodeIssued issued:
                var sends = _codes.TryGetValue(issued.Person, out var former) ? former.Sends : [];
                _codes[issued.Person] = new(
                    issued.Secret, issued.ExpiresAt, 0, false, [.. SendLimits.With(sends, issued.ExpiresAt - ProvisionalCode.Validity)]);
                break;
            case GuardEvent.CodeMissed missed:
                // Where there is no code there is nothing to burn: the event is there so that both take the same time.
                if (_codes.TryGetValue(missed.Person, out var code))
                {
                    _codes[missed.Person] = code with { WrongTries = code.WrongTries + 1 };
                }

                break;
            case GuardEvent.CodeWithheld:
                // Nothing went out and nothing changes: the event is there so that it takes the time of a code that goes out.
                break;
            case GuardEvent.CodeUsed used:
                _codes[used.Person] = _codes[used.Person] with { Used = true };
                break;
            case GuardEvent.LoginRegistered registered:
                _logins[registered.Login] = new(registered.Space, registered.Password, registered.Email, 0, null, []);
                break;
            case GuardEvent.PasswordMissed missed:
                Update(missed.Login, login => login with { Failures = login.Failures + 1 });
                break;
            case GuardEvent.OneTimeCodeSent sent:
                Update(sent.Login, login => login with
                {
                    Code = new(sent.Attempt, sent.Digest, sent.ExpiresAt, 0),
                    Sends = login.SendsWith(sent.ExpiresAt - OneTimeCode.Validity),
                });
                break;
            case GuardEvent.OneTimeCodeMissed missed:
                Update(missed.Login, login => login with
                {
                    Failures = login.Failures + 1,
                    Code = login.Code is { } code ? code with { WrongTries = code.WrongTries + 1 } : null,
                });
                break;
            case GuardEvent.SignedIn signed:
                Update(signed.Login, login => login with { Failures = 0, Code = null, Sends = [] });
                break;
            default:
                throw new InvalidOperationException($"A login guard does not know the event {happened.GetType().Name}.");
        }
    }

    private void Update(BlindKey login, Func<Credentials, Credentials> change) => _logins[login] = change(_logins[login]);
}

/// <summary>A guard at one moment, as snapshots keep it.</summary>
public sealed record GuardSnapshot(ValueList<GuardedCode> Codes, ValueList<GuardedLogin> Logins)
{
    /// <summary>Version of this shape; snapshots of another are ignored and the journal is replayed.</summary>
    public const int Schema = 3;
}

/// <summary>A code in a snapshot.</summary>
public sealed record GuardedCode(BlindKey Person, ProvisionalCode Code);

/// <summary>A login in a snapshot.</summary>
public sealed record GuardedLogin(BlindKey Login, Credentials Credentials);
