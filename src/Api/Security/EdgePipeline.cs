using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Grains.Callers;

namespace MonEspaceSante.Api.Security;

/// <summary>
/// What every request goes through after routing: is the address served on this listener, who calls, may nobody call.
/// What comes after runs for that caller: grain calls are signed for it.
/// </summary>
internal sealed class EdgePipeline(RequestDelegate next, CertificateAuthentication certificates, SessionAuthentication sessions)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var listener = context.Features.Get<ListenerFeature>()!.Listener;
        var endpoint = context.GetEndpoint();
        if (listener is Listener.Professionals)
        {
            // Judged before anything else, known address or not: a stranger learns nothing here.
            if (!await certificates.TryAsync(context))
            {
                return;
            }
        }

        if (endpoint?.Metadata.GetMetadata<ServedOn>() is not { } served || !served.Listeners.HasFlag(listener))
        {
            await Refusals.WriteAsync(context, context.GetEndpoint()?.DisplayName == "405 HTTP Method Not Supported"
                ? EdgeRefusals.MethodNotAllowed
                : EdgeRefusals.NotFound);
            return;
        }

        if (listener is Listener.Citizens)
        {
            await sessions.TryAsync(context);
        }

        if (context.Caller() is null && endpoint.Metadata.GetMetadata<NeedsCaller>() is not null)
        {
            await Refusals.WriteAsync(context, EdgeRefusals.NotAuthenticated);
            return;
        }

        using var acting = CallerContext.Become(context.Caller());
        await next(context);
    }
}
