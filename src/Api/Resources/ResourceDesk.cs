using MonEspaceSante.Api.Documents;
using MonEspaceSante.Domain.Access;
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
        var allowed = caller is Caller.Professional ? await quotas.ReadAsync(caller, space, command.Context) : await quotas.FeedAsync(caller, space);
        return allowed.Accepted ? await SpaceOf(space).CarryOut(envelope, command) : allowed.Refusal;
    }

    public Task<Outcome<KeptResource>> ReadAsync(Caller caller, SpaceId space, ReadResource command) =>
        Within(caller, space, command.Context, there => there.ReadResource(Envelope.Once(), command));

    public Task<Outcome<ResourceHistory>> HistoryAsync(Caller caller, SpaceId space, ReadResourceHistory command) =>
        Within(caller, space, command.Context, there => there.ReadResourceHistory(Envelope.Once(), command));

    public Task<Outcome<FoundResources>> SearchAsync(Caller caller, SpaceId space, SearchResources command) =>
        Within(caller, space, command.Context, there => there.SearchResources(Envelope.Once(), command));

    public Task<Outcome<SpaceContent>> ReadSpaceAsync(Caller caller, SpaceId space, ReadSpace command) =>
        Within(caller, space, command.Context, there => there.ReadSpace(Envelope.Once(), command));

    private async Task<Outcome<T>> Within<T>(Caller caller, SpaceId space, AccessContext context, Func<ISpaceGrain, Task<Outcome<T>>> read)
    {
        var allowed = await quotas.ReadAsync(caller, space, context);
        if (!allowed.Accepted)
        {
            return allowed.Refusal;
        }

        var answer = await read(SpaceOf(space));
        if (answer.Refusal?.Kind is RefusalKind.NotFound)
        {
            await quotas.RefusedAsync(caller);
        }

        return answer;
    }

    private ISpaceGrain SpaceOf(SpaceId space) => grains.GetGrain<ISpaceGrain>(space.Value);
}
