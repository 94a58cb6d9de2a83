using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Documents;

/// <summary>Patches sheets for a caller: their own quota first, then the space decides. A professional comes in to change; a structure feeds.</summary>
internal sealed class PatchDesk(IGrainFactory grains, QuotaDesk quotas)
{
    public async Task<Outcome<DocumentSheet>> PatchAsync(Caller caller, SpaceId space, Envelope envelope, PatchDocument command)
    {
        var allowed = caller is Caller.Professional ? await quotas.ReadAsync(caller, space, command.Context) : await quotas.FeedAsync(caller, space);
        if (!allowed.Accepted)
        {
            return allowed.Refusal;
        }

        var patched = await grains.GetGrain<ISpaceGrain>(space.Value).Patch(envelope, command);
        if (patched.Refusal?.Kind is RefusalKind.NotFound)
        {
            await quotas.RefusedAsync(caller);
        }

        return patched;
    }
}
