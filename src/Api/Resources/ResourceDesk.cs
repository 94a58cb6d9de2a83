using MonEspaceSante.Api.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Resources;

/// <summary>Writes and reads the resources of a space for a caller: their own quota first, then the space decides, traces, and discloses.</summary>
internal sealed class ResourceDesk(IGrainFactory grains, QuotaDesk quotas)
{
    public async Task<Outcome<ResourceReceipts>> CarryOutAsync(Caller caller, SpaceId space, Envelope envelope, CarryOut command)
    {
        // A professional comes in to write; a structure feeds.
        var allowed = caller is Caller.Professional ? await quotas.ReadAsync(caller, space) : await quotas.FeedAsync(caller, space);
        return allowed.Accepted ? await SpaceOf(space).CarryOut(envelope, command) : allowed.Refusal;
    }

    public async Task<Outcome<KeptResource>> ReadAsync(Caller caller, SpaceId space, ReadResource command)
    {
        var allowed = await quotas.ReadAsync(caller, space);
        return allowed.Accepted ? await SpaceOf(space).ReadResource(Envelope.Once(), command) : allowed.Refusal;
    }

    public async Task<Outcome<ResourceHistory>> HistoryAsync(Caller caller, SpaceId space, ReadResourceHistory command)
    {
        var allowed = await quotas.ReadAsync(caller, space);
        return allowed.Accepted ? await SpaceOf(space).ReadResourceHistory(Envelope.Once(), command) : allowed.Refusal;
    }

    public async Task<Outcome<FoundResources>> SearchAsync(Caller caller, SpaceId space, SearchResources command)
    {
        var allowed = await quotas.ReadAsync(caller, space);
        return allowed.Accepted ? await SpaceOf(space).SearchResources(Envelope.Once(), command) : allowed.Refusal;
    }

    private ISpaceGrain SpaceOf(SpaceId space) => grains.GetGrain<ISpaceGrain>(space.Value);
}
