using MonEspaceSante.Api.Http;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Security;

/// <summary>
/// The header <c>Mes-Acting-For</c>: who is signed in acts in the space that it names, as whom that space says they are now. It is asked at every
/// request, so that what is revoked ends with the next.
/// </summary>
internal sealed class ActingFor(IGrainFactory grains)
{
    private const string Header = "Mes-Acting-For";

    /// <summary>Sets the caller who acts for another; answers why not, where the space says no.</summary>
    public async Task<Refusal?> TryAsync(HttpContext context, EndpointMetadataCollection endpoint)
    {
        if (context.Caller() is not Caller.Holder person || endpoint.GetMetadata<NeedsCaller>() is null
            || !context.Request.Headers.TryGetValue(Header, out var named))
        {
            return null;
        }

        // What cannot be a space is answered like one that is not theirs.
        if (!SpaceId.TryParse(named.ToString(), null, out var space))
        {
            return IdentityRefusals.PersonUnknown;
        }

        using var acting = CallerContext.Become(person);
        var matter = endpoint.GetMetadata<IsAbout>()?.Matter ?? ProxyMatter.Record;
        var proxy = await grains.GetGrain<ISpaceGrain>(space.Value).ActFor(Envelope.Once(), new ActFor(matter));
        if (proxy.Accepted)
        {
            context.SetCaller(proxy.Value);
        }

        return proxy.Refusal;
    }
}
