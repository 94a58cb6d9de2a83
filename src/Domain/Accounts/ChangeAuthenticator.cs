using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>The owner's authenticator app is given a secret; it serves once a code of it was entered.</summary>
/// <param name="Secret">The secret, in base32.</param>
public sealed record OfferAuthenticator(string Secret)
{
    /// <summary>The rule. An app that serves is removed first: an offer must not take its place unconfirmed.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, OfferAuthenticator command, Act act) =>
        !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
        : account.Authenticator?.Secret == command.Secret ? Done.Answer
        : account.Authenticator is { Confirmed: true } ? AccountRefusals.AuthenticatorThere
        : new Decision<AccountEvent, Done>([new AccountEvent.AuthenticatorOffered(command.Secret, act.At)], Done.Answer, []);
}

/// <summary>The owner enters a code of the app that was given a secret.</summary>
/// <param name="Code">Six digits.</param>
public sealed record ConfirmAuthenticator(string Code)
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, ConfirmAuthenticator command, Act act) =>
        !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
        : account.Authenticator is not { Confirmed: false } offered ? SignInRefusals.Refused
        : offered.StepOf(command.Code, act.At) is { } step ? new([new AccountEvent.AuthenticatorUsed(step, act.At)], Done.Answer, [])
        : new Decision<AccountEvent, Done>([new AccountEvent.ProofMissed(Factor.Authenticator, null, act.At)], SignInRefusals.Refused, []);
}

/// <summary>The owner's authenticator app serves no longer.</summary>
public sealed record RemoveAuthenticator
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, RemoveAuthenticator command, Act act) =>
        !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
        : account.Authenticator is null ? Done.Answer
        : new Decision<AccountEvent, Done>([new AccountEvent.AuthenticatorRemoved(act.At)], Done.Answer, []);
}
