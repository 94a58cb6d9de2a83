using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;

namespace MonEspaceSante.Grains.Accounts;

internal sealed partial class AccountGrain
{
    public Task<Outcome<Done>> LinkFederation(LinkFederation command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.LinkFederation.Decide(_account, command, act), GrainsJson.Default.Done);

    public Task<Outcome<Done>> UnlinkFederation(UnlinkFederation command) =>
        Commit(Envelope.Once(), act => Domain.Accounts.UnlinkFederation.Decide(_account, command, act), GrainsJson.Default.Done);

    public Task<DateTimeOffset?> FederationLinkedAt() => Task.FromResult(IsOwner ? _account.Federation?.LinkedAt : null);

    public Task<bool> IsLinkedTo(BlindKey identity) =>
        Task.FromResult(CallerContext.Required is Caller.Platform && _account.Federation?.Identity == identity);
}
