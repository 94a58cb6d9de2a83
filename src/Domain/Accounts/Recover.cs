using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>Somebody whom the provisional code of a letter has proven asks for a code to get back into their account: the stronger path (NIST SP 800-63B).</summary>
/// <param name="Attempt">Identity of this attempt.</param>
/// <param name="CodeDigest">Keyed digest of the code.</param>
/// <param name="Channel">Where it is to go.</param>
public sealed record AskForRecoveryCode(string Attempt, string CodeDigest, ContactKind Channel)
{
    /// <summary>The rule; the answer is where the code goes.</summary>
    public static Decision<AccountEvent, Contact> Decide(Account account, AskForRecoveryCode command, Act act) =>
        act.By is not Caller.Platform || account.ContactOf(command.Channel) is not { } contact ? SignInRefusals.Refused
        : account.Challenges.Any(challenge => challenge.Purpose is ChallengePurpose.Recovery && challenge.Id == command.Attempt) ? contact
        : !contact.RecoversAt(act.At) ? AccountRefusals.ContactTooNew
        : !account.MaySendAt(act.At) ? AccountRefusals.TooManyCodes
        : new Decision<AccountEvent, Contact>(
            [new AccountEvent.Challenged(new(ChallengePurpose.Recovery, command.Attempt, command.CodeDigest, act.At + Challenge.Validity), act.At)], contact, []);
}

/// <summary>They enter the code, and take another password. Every session is over.</summary>
/// <param name="Code">The code.</param>
/// <param name="Hash">The hash of the new password.</param>
public sealed record Recover(Evidence.OneTimeCode Code, string Hash)
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, Recover command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return AccountRefusals.OnlyTheOwner;
        }

        var judged = Judgement.Of(account, command.Code, ChallengePurpose.Recovery, act.At);
        return judged.Right
            ? new([.. judged.Events, new AccountEvent.PasswordChanged(command.Hash, act.At), .. account.EndingOthers(null, act.At)], Done.Answer, [])
            : new(judged.Events, SignInRefusals.Refused, []);
    }
}

/// <summary>The owner takes new recovery codes, in place of those before.</summary>
/// <param name="Digests">Keyed digests of the codes.</param>
public sealed record IssueRecoveryCodes(ValueList<string> Digests)
{
    /// <summary>How many at once.</summary>
    public const int Count = 10;

    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, IssueRecoveryCodes command, Act act) =>
        !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
        : account.RecoveryCodes.Equals(command.Digests) ? Done.Answer
        : new Decision<AccountEvent, Done>([new AccountEvent.RecoveryCodesIssued(command.Digests, act.At)], Done.Answer, []);
}
