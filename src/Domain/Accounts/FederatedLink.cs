using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>A federated identity that opens an account.</summary>
/// <param name="Identity">Provider and person, as they are filed: neither is told by it.</param>
/// <param name="LinkedAt">Since when.</param>
public sealed record FederatedLink(BlindKey Identity, DateTimeOffset LinkedAt);

public sealed partial record Account
{
    /// <summary>The federated identity that opens the account; at most one.</summary>
    public FederatedLink? Federation { get; init; }
}

/// <summary>The person lets a federated identity open their account. That it is theirs was proven before: its civil status is that of the holder.</summary>
/// <param name="Identity">Provider and person, as they are filed.</param>
public sealed record LinkFederation(BlindKey Identity)
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, LinkFederation command, Act act) =>
        !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
        : account.Federation?.Identity == command.Identity ? Done.Answer
        : new Decision<AccountEvent, Done>([new AccountEvent.FederationLinked(command.Identity, act.At)], Done.Answer, []);
}

/// <summary>The person lets no federated identity open their account any more.</summary>
public sealed record UnlinkFederation
{
    /// <summary>The rule.</summary>
    public static Decision<AccountEvent, Done> Decide(Account account, UnlinkFederation command, Act act) =>
        !account.IsOwner(act.By) ? AccountRefusals.OnlyTheOwner
        : account.Federation is null ? Done.Answer
        : new Decision<AccountEvent, Done>([new AccountEvent.FederationUnlinked(act.At)], Done.Answer, []);
}
