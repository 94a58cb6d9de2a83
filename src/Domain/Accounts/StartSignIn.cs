using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>Somebody enters a login and a password; if they are right, a one-time code is kept for the attempt.</summary>
/// <param name="Password">The password, checked.</param>
/// <param name="Attempt">Identity of this attempt, random.</param>
/// <param name="CodeDigest">Keyed digest of the one-time code that goes out if the password is right.</param>
public sealed record StartSignIn(Evidence.Password Password, string Attempt, string CodeDigest)
{
    /// <summary>The rule; the answer is where the code goes.</summary>
    public static Decision<AccountEvent, SecondStep> Decide(Account account, StartSignIn command, Act act)
    {
        var judged = Judgement.Of(account, command.Password, ChallengePurpose.SignIn, act.At);
        if (!judged.Right)
        {
            return new(judged.Events, SignInRefusals.Refused, []);
        }

        var step = new SecondStep(account.ContactOf(ContactKind.Email));

        // A repetition of the same attempt must not give its code new tries.
        if (account.Challenges.Any(challenge => challenge.Purpose is ChallengePurpose.SignIn && challenge.Id == command.Attempt))
        {
            return step;
        }

        return step.SendTo is not null && !account.MaySendAt(act.At)
            ? SignInRefusals.Refused
            : new Decision<AccountEvent, SecondStep>(
                [new AccountEvent.Challenged(new(ChallengePurpose.SignIn, command.Attempt, command.CodeDigest, act.At + Challenge.Validity), act.At)], step, []);
    }
}

/// <summary>What comes after the password.</summary>
/// <param name="SendTo">Where the one-time code goes.</param>
public sealed record SecondStep(Contact? SendTo);
