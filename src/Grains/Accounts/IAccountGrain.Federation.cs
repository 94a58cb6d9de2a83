using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using Orleans;

namespace MonEspaceSante.Grains.Accounts;

public partial interface IAccountGrain
{
    /// <summary>The owner lets a federated identity open the account.</summary>
    [Alias("LinkFederation")]
    Task<Outcome<Done>> LinkFederation(LinkFederation command);

    /// <summary>The owner lets none open it any more.</summary>
    [Alias("UnlinkFederation")]
    Task<Outcome<Done>> UnlinkFederation(UnlinkFederation command);

    /// <summary>Since when a federated identity opens the account; <see langword="null"/> where none does, and for anybody but the owner.</summary>
    [Alias("FederationLinkedAt")]
    Task<DateTimeOffset?> FederationLinkedAt();

    /// <summary>Whether the federated identity filed as <paramref name="identity"/> opens the account, for the component that signs people in.</summary>
    [Alias("IsLinkedTo")]
    Task<bool> IsLinkedTo(BlindKey identity);
}
