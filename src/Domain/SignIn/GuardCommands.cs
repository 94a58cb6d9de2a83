using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.SignIn;

/// <summary>A letter with a provisional code goes out to a person.</summary>
public sealed record IssueCode(BlindKey Person, SecretDigest Secret)
{
    /// <summary>The rule.</summary>
    public static Decision<GuardEvent, Done> Decide(LoginGuard guard, IssueCode command, DateTimeOffset at) =>
        // The salt is random: the same secret is the same letter, and a repetition must not bring a spent or burned code back.
        guard.TryFindCode(command.Person, out var known) && known.Secret == command.Secret
            ? Done.Answer
            : new Decision<GuardEvent, Done>([new GuardEvent.CodeIssued(command.Person, command.Secret, at + ProvisionalCode.Validity)], Done.Answer, []);
}

/// <summary>Somebody enters a provisional code. A right one is spent only once the space is in use, so that a crash in between locks nobody out.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Digest">The digest of what they entered, with the salt of the code.</param>
public sealed record TryCode(BlindKey Person, string Digest)
{
    /// <summary>
    /// The rule. A try that opens nothing is one event, whether there is a code, a burned one or nobody at all: the same work takes the same
    /// time. Only who holds the right letter is told that it is late or spent.
    /// </summary>
    public static Decision<GuardEvent, Done> Decide(LoginGuard guard, TryCode command, DateTimeOffset at)
    {
        if (!guard.TryFindCode(command.Person, out var code) || code.IsBurned || !code.Secret.Matches(command.Digest))
        {
            return new([new GuardEvent.CodeMissed(command.Person, at)], SignInRefusals.Refused, []);
        }

        return code.Used ? SignInRefusals.CodeUsed
            : at >= code.ExpiresAt ? SignInRefusals.CodeExpired
            : Done.Answer;
    }
}

/// <summary>The space that the code opened is in use: the code opens nothing any more.</summary>
public sealed record SpendCode(BlindKey Person)
{
    /// <summary>The rule.</summary>
    public static Decision<GuardEvent, Done> Decide(LoginGuard guard, SpendCode command, DateTimeOffset at) =>
        guard.TryFindCode(command.Person, out var code) && !code.Used
            ? new Decision<GuardEvent, Done>([new GuardEvent.CodeUsed(command.Person, at)], Done.Answer, [])
            : Done.Answer;
}

/// <summary>The person chooses a login and a password.</summary>
public sealed record RegisterLogin(BlindKey Login, SpaceId Space, SecretDigest Password, string Email)
{
    /// <summary>The rule.</summary>
    public static Decision<GuardEvent, Done> Decide(LoginGuard guard, RegisterLogin command)
    {
        if (guard.TryFindLogin(command.Login, out var taken))
        {
            return taken.Space == command.Space ? Done.Answer : SignInRefusals.LoginTaken;
        }

        return new([new GuardEvent.LoginRegistered(command.Login, command.Space, command.Password, command.Email)], Done.Answer, []);
    }
}

/// <summary>Somebody enters a login and a password; if they are right, a one-time code is kept for the attempt.</summary>
/// <param name="Login">The login.</param>
/// <param name="Digest">The digest of the password entered, with the salt of the login.</param>
/// <param name="Attempt">Identity of this attempt, 128 random bits.</param>
/// <param name="CodeDigest">Digest of the one-time code that goes out if the password is right.</param>
public sealed record StartSignIn(BlindKey Login, string Digest, string Attempt, string CodeDigest)
{
    /// <summary>The rule; the answer is the address that the code goes to.</summary>
    public static Decision<GuardEvent, Address> Decide(LoginGuard guard, StartSignIn command, DateTimeOffset at)
    {
        if (!guard.TryFindLogin(command.Login, out var credentials) || credentials.Failures >= Credentials.MostFailures)
        {
            return SignInRefusals.Refused;
        }

        if (!credentials.Password.Matches(command.Digest))
        {
            return new([new GuardEvent.PasswordMissed(command.Login, at)], SignInRefusals.Refused, []);
        }

        // A repetition of the same attempt must not give its code new tries.
        var address = new Address(credentials.Email);
        if (credentials.Code?.Attempt == command.Attempt)
        {
            return address;
        }

        return !credentials.MaySendAt(at)
            ? SignInRefusals.Refused
            : new Decision<GuardEvent, Address>(
                [new GuardEvent.OneTimeCodeSent(command.Login, command.Attempt, command.CodeDigest, at + OneTimeCode.Validity)], address, []);
    }
}

/// <summary>Where a message goes.</summary>
public sealed record Address(string Email);

/// <summary>Somebody enters the one-time code of an attempt.</summary>
public sealed record CompleteSignIn(BlindKey Login, string Attempt, string CodeDigest)
{
    /// <summary>The rule; the answer is the space that opens.</summary>
    public static Decision<GuardEvent, SpaceKey> Decide(LoginGuard guard, CompleteSignIn command, DateTimeOffset at)
    {
        if (!guard.TryFindLogin(command.Login, out var credentials)
            || credentials.Failures >= Credentials.MostFailures
            || credentials.Code is not { } code || code.Attempt != command.Attempt || !code.LivesAt(at))
        {
            return SignInRefusals.Refused;
        }

        return new SecretDigest("", code.Digest).Matches(command.CodeDigest)
            ? new([new GuardEvent.SignedIn(command.Login, command.Attempt, at)], new SpaceKey(credentials.Space), [])
            : new([new GuardEvent.OneTimeCodeMissed(command.Login, command.Attempt, at)], SignInRefusals.Refused, []);
    }
}

/// <summary>The space that opens.</summary>
public sealed record SpaceKey(SpaceId Space);
