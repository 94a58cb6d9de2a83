using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>One session is over: the person signs out, or revokes a device.</summary>
public sealed record EndSession(Guid Session)
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, EndSession command, Act act) =>
        !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
        : account.Sessions.Any(session => session.Id == command.Session)
            ? new Decision<AccountEvent, Done>([new AccountEvent.SessionsEnded([command.Session], act.At)], Done.Answer, [])
        : AccountRefusals.DeviceUnknown;
}

/// <summary>Every session is over but one, or all: the person signs out everywhere, or the platform does when it closes the space.</summary>
/// <param name="But">The session that goes on.</param>
public sealed record SignOutEverywhere(Guid? But = null)
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, SignOutEverywhere command, Act act) =>
        act.By is not Caller.Platform && !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
        : new Decision<AccountEvent, Done>(account.EndingOthers(command.But, act.At), Done.Answer, []);
}
