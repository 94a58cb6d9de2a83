using MonEspaceSante.Api.Federation;
using MonEspaceSante.Api.Federation.Tokens;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Callers;

namespace MonEspaceSante.Api.Security;

/// <summary>
/// What every request goes through after routing: is the address served on this listener, who calls and for whom, may
/// nobody call, has who tries to get in tries left.
/// What comes after runs for that caller: grain calls are signed for it.
/// </summary>
internal sealed class EdgePipeline(
    RequestDelegate next, CertificateAuthentication certificates, BoundTokens boundTokens, SessionAuthentication sessions, ProfessionalSessions professionals,
    ActingFor proxies, TryGate gate, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var listener = context.Features.Get<ListenerFeature>()!.Listener;
        var endpoint = context.GetEndpoint();
        if (listener is Listener.Professionals)
        {
            // Judged before anything else, known address or not: a stranger learns nothing here.
            if (!await certificates.TryAsync(context) || !await boundTokens.TryAsync(context))
            {
                return;
            }
        }

        if (endpoint?.Metadata.GetMetadata<ServedOn>() is not { } served || !served.Listeners.HasFlag(listener))
        {
            var refusal = Unserved(endpoint);
            if (refusal == EdgeRefusals.MethodNotAllowed)
            {
                // Says in the header Allow which methods there are (RFC 9110, section 15.5.6).
                await endpoint!.RequestDelegate!(context);
            }

            await Refusals.WriteAsync(context, refusal);
            return;
        }

        if (listener is Listener.Citizens)
        {
            if (!await professionals.TryAsync(context))
            {
                await sessions.TryAsync(context);
            }

            if (!PortalRoutes.Serve(context.Caller(), endpoint, context.Request.Method))
            {
                await Refusals.WriteAsync(context, EdgeRefusals.NotFound);
                return;
            }
        }

        if (context.Caller() is null && endpoint.Metadata.GetMetadata<NeedsCaller>() is not null)
        {
            await Refusals.WriteAsync(context, EdgeRefusals.NotAuthenticated);
            return;
        }

        if (await proxies.TryAsync(context, endpoint.Metadata) is { } beyond)
        {
            await Refusals.WriteAsync(context, beyond);
            return;
        }

        if (endpoint.Metadata.GetMetadata<NeedsFreshProof>() is not null && context.Session()?.IsFresh(time.GetUtcNow()) is not true)
        {
            await Refusals.WriteAsync(context, EdgeRefusals.FreshProofNeeded);
            return;
        }

        if (endpoint.Metadata.GetMetadata<CountsAsTry>() is not null && await gate.EnterAsync(context) is { Accepted: false } shut)
        {
            await Refusals.WriteAsync(context, shut.Refusal);
            return;
        }

        using var acting = CallerContext.Become(context.Caller());
        await next(context);
    }

    // Routing answers by endpoints of its own where an address exists but takes another method or media type.
    private static Refusal Unserved(Endpoint? endpoint) => endpoint?.DisplayName switch
    {
        "405 HTTP Method Not Supported" => EdgeRefusals.MethodNotAllowed,
        "415 HTTP Unsupported Media Type" => EdgeRefusals.MediaTypeUnsupported,
        _ => EdgeRefusals.NotFound,
    };
}
