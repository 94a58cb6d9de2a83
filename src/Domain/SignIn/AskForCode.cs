using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.SignIn;

/// <summary>
/// Somebody asks for a new provisional code; the one before opens nothing any more. One event whatever happens, so that who does not exist takes
/// as long as who does.
/// </summary>
/// <param name="Person">Whose.</param>
/// <param name="Secret">The new code.</param>
/// <param name="Reachable">Whether there is somebody to send it to: nobody is told.</param>
public sealed record AskForCode(BlindKey Person, SecretDigest Secret, bool Reachable)
{
    /// <summary>The rule; the answer is whether the code is to be sent.</summary>
    public static Decision<GuardEvent, CodeSending> Decide(LoginGuard guard, AskForCode command, DateTimeOffset at)
    {
        var known = guard.TryFindCode(command.Person, out var code);
        if (known && code!.Secret == command.Secret)
        {
            return new CodeSending(Sent: false);
        }

        return command.Reachable && (!known || SendLimits.Allow(code!.Sends, at))
            ? new([new GuardEvent.CodeIssued(command.Person, command.Secret, at + ProvisionalCode.Validity)], new CodeSending(Sent: true), [])
            : new([new GuardEvent.CodeWithheld(command.Person, at)], new CodeSending(Sent: false), []);
    }
}

/// <summary>What becomes of a code that somebody asked for.</summary>
/// <param name="Sent">Whether it goes out.</param>
public sealed record CodeSending(bool Sent);
