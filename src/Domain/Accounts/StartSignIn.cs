using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>Somebody enters a login and a password; if they are right, an attempt begins, which a second factor completes.</summary>
/// <param name="Password">The password, checked.</param>
/// <param name="Attempt">Identity of this attempt, random.</param>
/// <param name="CodeDigest">Keyed digest of the one-time code that goes out if the password is right and no authenticator app makes one.</param>
public sealed record StartSignIn(Evidence.Password Password, string Attempt, string CodeDigest)
{
    /// <summary>The rule; the answer is what comes next.</summary>
    public static Decision<AccountEvent, SecondStep> Decide(Account account, StartSignIn command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return AccountRefusals.OnlyTheOwner;
        }

        var judged = Judgement.Of(account, command.Password, ChallengePurpose.SignIn, act.At);
        if (!judged.Right)
        {
            return new(judged.Events, SignInRefusals.Refused, []);
        }

        var contact = account.Authenticator is { Confirmed: true } ? null : account.ContactOf(ContactKind.Email) ?? account.ContactOf(ContactKind.Phone);
        var step = new SecondStep(contact);

        // A repetition of the same attempt must not give its code new tries.
        if (account.Challenges.Any(challenge => challenge.Purpose is ChallengePurpose.SignIn && challenge.Id == command.Attempt))
        {
            return step;
        }

        return contact is not null && !account.MaySendAt(act.At)
            ? SignInRefusals.Refused
            : new Decision<AccountEvent, SecondStep>(
                [new AccountEvent.Challenged(
                    new(ChallengePurpose.SignIn, command.Attempt, contact is null ? null : command.CodeDigest, act.At + Challenge.Validity), act.At)],
                step, []);
    }
}

/// <summary>What comes after the password.</summary>
/// <param name="SendTo">Where the one-time code goes; none where the authenticator app makes it.</param>
public sealed record SecondStep(Contact? SendTo);

/// <summary>Somebody who has entered the right password asks for the code by another way, or once more: the code before it opens nothing any more.</summary>
/// <param name="Attempt">The attempt, whose tries are not given back.</param>
/// <param name="CodeDigest">Keyed digest of the new code.</param>
/// <param name="Channel">Where it is to go.</param>
public sealed record AskForSignInCode(string Attempt, string CodeDigest, ContactKind Channel)
{
    /// <summary>The rule; the answer is where the code goes.</summary>
    public static Decision<AccountEvent, Contact> Decide(Account account, AskForSignInCode command, Act act) =>
        act.By is not Caller.Platform || account.Locked
            || account.Awaiting(ChallengePurpose.SignIn, command.Attempt, act.At) is not { } waiting
            || account.ContactOf(command.Channel) is not { } contact ? SignInRefusals.Refused
        : waiting.CodeDigest == command.CodeDigest ? contact
        : !account.MaySendAt(act.At) ? SignInRefusals.Refused
        : new Decision<AccountEvent, Contact>([new AccountEvent.Challenged(waiting with { CodeDigest = command.CodeDigest }, act.At)], contact, []);
}
