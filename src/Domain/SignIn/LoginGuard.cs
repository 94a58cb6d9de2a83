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

/// <summary>Whose a login is.</summary>
/// <param name="Space">The space of the person, whose account it opens.</param>
/// <param name="Former">What the guard kept of a login before there were accounts; the account takes it over at the next sign-in.</param>
public sealed record KnownLogin(SpaceId Space, FormerCredentials? Former = null);

/// <summary>What the guard kept of a login before there were accounts.</summary>
/// <param name="Password">What the password was checked against.</param>
/// <param name="Email">Where one-time codes went.</param>
/// <param name="Failures">Failures since the last sign-in.</param>
public sealed record FormerCredentials(SecretDigest Password, string Email, int Failures);

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
[JsonDerivedType(typeof(LoginReserved), "login-reserved")]
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

    /// <summary>A login was chosen, with all that was known of an account. No longer written: <see cref="LoginReserved"/> and the account's journal.</summary>
    public sealed record LoginRegistered(BlindKey Login, SpaceId Space, SecretDigest Password, string Email) : GuardEvent;

    /// <summary>A wrong password was tried. No longer written, as the events below it.</summary>
    public sealed record PasswordMissed(BlindKey Login, DateTimeOffset At) : GuardEvent;

    /// <summary>The password was right; a one-time code went out.</summary>
    public sealed record OneTimeCodeSent(BlindKey Login, string Attempt, string Digest, DateTimeOffset ExpiresAt) : GuardEvent;

    /// <summary>A wrong one-time code was tried.</summary>
    public sealed record OneTimeCodeMissed(BlindKey Login, string Attempt, DateTimeOffset At) : GuardEvent;

    /// <summary>The one-time code was right.</summary>
    public sealed record SignedIn(BlindKey Login, string Attempt, DateTimeOffset At) : GuardEvent;

    /// <summary>A login is somebody's from now on.</summary>
    public sealed record LoginReserved(BlindKey Login, SpaceId Space) : GuardEvent;
}

/// <summary>Provisional codes and logins of one bucket of blind keys.</summary>
public sealed class LoginGuard
{
    /// <summary>The kind of the journals of guards; the key is the number of the bucket. Known to the grain and to campaigns.</summary>
    public const string JournalKind = "login-guard";

    private readonly Dictionary<BlindKey, ProvisionalCode> _codes = [];
    private readonly Dictionary<BlindKey, KnownLogin> _logins = [];

    /// <summary>The provisional code of a person.</summary>
    public bool TryFindCode(BlindKey person, [NotNullWhen(true)] out ProvisionalCode? code) => _codes.TryGetValue(person, out code);

    /// <summary>Whose a login is.</summary>
    public bool TryFindLogin(BlindKey login, [NotNullWhen(true)] out KnownLogin? known) => _logins.TryGetValue(login, out known);

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

        foreach (var (login, known) in snapshot.Logins)
        {
            _logins.Add(login, known);
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
                _logins[registered.Login] = new(registered.Space, new(registered.Password, registered.Email, 0));
                break;
            case GuardEvent.PasswordMissed missed:
                Count(missed.Login, failures => failures + 1);
                break;
            case GuardEvent.OneTimeCodeSent:
                // A code lives ten minutes: none of those sent then opens anything now.
                break;
            case GuardEvent.OneTimeCodeMissed missed:
                Count(missed.Login, failures => failures + 1);
                break;
            case GuardEvent.SignedIn signed:
                Count(signed.Login, _ => 0);
                break;
            case GuardEvent.LoginReserved reserved:
                _logins[reserved.Login] = new(reserved.Space);
                break;
            default:
                throw new InvalidOperationException($"A login guard does not know the event {happened.GetType().Name}.");
        }
    }

    private void Count(BlindKey login, Func<int, int> failures)
    {
        var known = _logins[login];
        _logins[login] = known with { Former = known.Former! with { Failures = failures(known.Former.Failures) } };
    }
}

/// <summary>A guard at one moment, as snapshots keep it.</summary>
public sealed record GuardSnapshot(ValueList<GuardedCode> Codes, ValueList<GuardedLogin> Logins)
{
    /// <summary>Version of this shape; snapshots of another are ignored and the journal is replayed.</summary>
    public const int Schema = 4;
}

/// <summary>A code in a snapshot.</summary>
public sealed record GuardedCode(BlindKey Person, ProvisionalCode Code);

/// <summary>A login in a snapshot.</summary>
public sealed record GuardedLogin(BlindKey Login, KnownLogin Known);
