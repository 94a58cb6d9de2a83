using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>The owner gives another address; it is theirs once the code that is sent there has come back.</summary>
/// <param name="Kind">E-mail or telephone.</param>
/// <param name="Value">The address, well formed.</param>
/// <param name="Attempt">Identity of this attempt, random.</param>
/// <param name="CodeDigest">Keyed digest of the code.</param>
public sealed record ChangeContact(ContactKind Kind, string Value, string Attempt, string CodeDigest)
{
    /// <summary>The rule; the answer is where the code goes.</summary>
    public static Decision<AccountEvent, Contact> Decide(Account account, ChangeContact command, Act act)
    {
        var contact = new Contact(command.Kind, command.Value, act.At);
        return !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
            : account.Challenges.Any(challenge => challenge.Id == command.Attempt) ? contact
            : !account.MaySendAt(act.At) ? AccountRefusals.TooManyCodes
            : new Decision<AccountEvent, Contact>(
                [new AccountEvent.Challenged(new(ChallengePurpose.Contact, command.Attempt, command.CodeDigest, act.At + Challenge.Validity, 0, contact), act.At)],
                contact, []);
    }
}

/// <summary>The owner enters the code that was sent to a new address. Every other session is over (security design, R12).</summary>
/// <param name="Code">The code.</param>
/// <param name="Session">The session that goes on.</param>
public sealed record VerifyContact(Evidence.OneTimeCode Code, Guid Session)
{
    /// <summary>The rule; the answer is what changed, so that both addresses are told.</summary>
    public static Decision<AccountEvent, ChangedContact> Decide(Account account, VerifyContact command, Act act)
    {
        if (!account.IsOwner(act.By))
        {
            return AccountRefusals.OnlyTheOwner;
        }

        var about = account.Awaiting(ChallengePurpose.Contact, command.Code.Challenge, act.At)?.About;
        var judged = Judgement.Of(account, command.Code, ChallengePurpose.Contact, act.At);
        if (!judged.Right)
        {
            return new(judged.Events, SignInRefusals.Refused, []);
        }

        // The day and night before it may receive recovery codes begin now.
        var contact = about! with { Since = act.At };
        return new(
            [.. judged.Events, new AccountEvent.ContactVerified(contact), .. account.EndingOthers(command.Session, act.At)],
            new ChangedContact(contact, account.ContactOf(contact.Kind)), []);
    }
}

/// <summary>An address took the place of another.</summary>
/// <param name="Now">The new one.</param>
/// <param name="Former">The one before, if there was one.</param>
public sealed record ChangedContact(Contact Now, Contact? Former);
