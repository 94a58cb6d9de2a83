using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>The owner takes another password. Every other session is over.</summary>
/// <param name="Hash">The hash of the new password.</param>
/// <param name="Session">The session that goes on.</param>
public sealed record ChangePassword(string Hash, Guid Session)
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, ChangePassword command, Act act) =>
        !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
        : account.PasswordHash == command.Hash ? Done.Answer
        : new Decision<AccountEvent, Done>(
            [new AccountEvent.PasswordChanged(command.Hash, act.At), .. account.EndingOthers(command.Session, act.At)], Done.Answer, []);
}
