using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Documents;

/// <summary>Reads in a space for a caller: their own quota first, then the space decides, traces, and discloses.</summary>
internal sealed class Reader(IGrainFactory grains, QuotaDesk quotas)
{
    public async Task<Outcome<DocumentList>> ListAsync(Caller caller, SpaceId space, ListDocuments command)
    {
        var allowed = await quotas.ReadAsync(caller, space, command.Context);
        return allowed.Accepted ? await grains.GetGrain<ISpaceGrain>(space.Value).List(Envelope.Once(), command) : allowed.Refusal;
    }

    public async Task<Outcome<OpenedDocument>> OpenAsync(Caller caller, SpaceId space, OpenDocument command)
    {
        var allowed = await quotas.ReadAsync(caller, space, command.Context);
        if (!allowed.Accepted)
        {
            return allowed.Refusal;
        }

        var opened = await grains.GetGrain<ISpaceGrain>(space.Value).Open(Envelope.Once(), command);
        if (opened.Refusal?.Kind is RefusalKind.NotFound)
        {
            // Hidden, blocked and absent count alike: the count tells a thief no more than the answer.
            await quotas.RefusedAsync(caller);
        }

        return opened;
    }
}
