using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Accounts;

// What happens to the link with an identity federation.
[JsonDerivedType(typeof(FederationLinked), "federation-linked")]
[JsonDerivedType(typeof(FederationUnlinked), "federation-unlinked")]
public abstract partial record AccountEvent
{
    /// <summary>From now on a federated identity opens the account too; the one before, if there was one, does no more.</summary>
    /// <param name="Identity">Provider and person, as they are filed.</param>
    /// <param name="At">When.</param>
    public sealed record FederationLinked(BlindKey Identity, DateTimeOffset At) : AccountEvent;

    /// <summary>No federated identity opens the account any more.</summary>
    public sealed record FederationUnlinked(DateTimeOffset At) : AccountEvent;
}
