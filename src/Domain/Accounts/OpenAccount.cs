using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>The person gets an account, once who they are is proven; the second time nothing changes.</summary>
/// <param name="Login">The login, as it is filed; none where only a federation opens the account.</param>
/// <param name="PasswordHash">The hash of the password.</param>
/// <param name="Email">Where one-time codes go.</param>
/// <param name="Failures">Failures that were counted before accounts were kept here.</param>
public sealed record OpenAccount(BlindKey? Login, string? PasswordHash, string? Email, int Failures = 0)
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, OpenAccount command, Act act) =>
        act.By is not Caller.Platform && !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
        : account.OpenedAt is not null ? Done.Answer
        : new Decision<AccountEvent, Done>(
            [new AccountEvent.Created(command.Login, command.PasswordHash, command.Email, command.Failures, act.At)], Done.Answer, []);
}
