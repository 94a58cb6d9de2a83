using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>Who is signed in proves once more who they are (preuve récente), before what a borrowed telephone must not do.</summary>
/// <param name="Session">Their session.</param>
/// <param name="Evidence">What they bring.</param>
/// <param name="Key">A digest of the token that the session goes on under: a rise of rights changes the token (security design, rule 7).</param>
public sealed record Prove(Guid Session, Evidence Evidence, string Key)
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, Prove command, Act act)
    {
        if (!account.IsOwner(act.By))
        {
            return AccountRefusals.OnlyTheOwner;
        }

        if (account.Holds(command.Session, command.Key))
        {
            return Done.Answer;
        }

        var judged = Judgement.Of(account, command.Evidence, ChallengePurpose.Proof, act.At);
        return judged.Right && account.Sessions.Any(session => session.Id == command.Session)
            ? new([.. judged.Events, new AccountEvent.SessionRenewed(command.Session, command.Key, command.Evidence.Factor, act.At)], Done.Answer, [])
            : new(judged.Right ? [] : judged.Events, SignInRefusals.Refused, []);
    }
}

/// <summary>Who is signed in asks for a one-time code, to prove once more who they are.</summary>
/// <param name="Attempt">Identity of this attempt, random.</param>
/// <param name="CodeDigest">Keyed digest of the code.</param>
/// <param name="Channel">Where it is to go.</param>
public sealed record AskForProofCode(string Attempt, string CodeDigest, ContactKind Channel)
{
    /// <summary>The rule; the answer is where the code goes.</summary>
    public static Decision<AccountEvent, Contact> Decide(Account account, AskForProofCode command, Act act) =>
        !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
        : account.ContactOf(command.Channel) is not { } contact ? AccountRefusals.NoSuchContact
        : account.Challenges.Any(challenge => challenge.Id == command.Attempt) ? contact
        : !account.MaySendAt(act.At) ? AccountRefusals.TooManyCodes
        : new Decision<AccountEvent, Contact>(
            [new AccountEvent.Challenged(new(ChallengePurpose.Proof, command.Attempt, command.CodeDigest, act.At + Challenge.Validity), act.At)], contact, []);
}
