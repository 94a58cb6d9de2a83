using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>Somebody completes an attempt to sign in; or signs in by a passkey alone.</summary>
/// <param name="Evidence">What they bring, besides the password where there was one.</param>
/// <param name="Session">The session that begins if it is right.</param>
public sealed record CompleteSignIn(Evidence Evidence, Session Session)
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, CompleteSignIn command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return AccountRefusals.OnlyTheOwner;
        }

        var judged = Judgement.Of(account, command.Evidence, ChallengePurpose.SignIn, act.At);
        return judged.Right
            ? new([.. judged.Events, new AccountEvent.SessionBegan(command.Session, command.Evidence.Factor)], Done.Answer, [])
            : new(judged.Events, SignInRefusals.Refused, []);
    }
}

/// <summary>Somebody whom the platform has proven otherwise, by a federation, signs in.</summary>
/// <param name="Session">The session.</param>
/// <param name="By">By what they were proven.</param>
public sealed record BeginSession(Session Session, Factor By)
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, BeginSession command, Act act) =>
        act.By is not Caller.Platform ? AccountRefusals.OnlyTheOwner
        : account.Holds(command.Session.Id, command.Session.Key) ? Done.Answer
        : new Decision<AccountEvent, Done>([new AccountEvent.SessionBegan(command.Session, command.By)], Done.Answer, []);
}
