using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>The owner registers a passkey, whose making was checked.</summary>
public sealed record AddPasskey(Passkey Passkey)
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, AddPasskey command, Act act) =>
        !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
        : account.Passkeys.Any(key => key.Id == command.Passkey.Id) ? Done.Answer
        : account.Passkeys.Count >= Passkey.Most ? AccountRefusals.TooManyPasskeys
        : new Decision<AccountEvent, Done>([new AccountEvent.PasskeyAdded(command.Passkey)], Done.Answer, []);
}

/// <summary>A passkey of the owner serves no longer.</summary>
public sealed record RemovePasskey(string Id)
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, RemovePasskey command, Act act) =>
        !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
        : account.Passkeys.Any(key => key.Id == command.Id)
            ? new Decision<AccountEvent, Done>([new AccountEvent.PasskeyRemoved(command.Id, act.At)], Done.Answer, [])
        : AccountRefusals.PasskeyUnknown;
}
