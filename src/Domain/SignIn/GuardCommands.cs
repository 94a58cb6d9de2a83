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

/// <summary>A login becomes somebody's; the second time nothing changes.</summary>
public sealed record RegisterLogin(BlindKey Login, SpaceId Space)
{
    /// <summary>The rule.</summary>
    public static Decision<GuardEvent, Done> Decide(LoginGuard guard, RegisterLogin command) =>
        !guard.TryFindLogin(command.Login, out var taken)
            ? new([new GuardEvent.LoginReserved(command.Login, command.Space)], Done.Answer, [])
        : taken.Space == command.Space ? Done.Answer
        : SignInRefusals.LoginTaken;
}
