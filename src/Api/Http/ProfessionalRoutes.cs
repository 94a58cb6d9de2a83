using Microsoft.AspNetCore.Mvc;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Security;

namespace MonEspaceSante.Api.Http;

/// <summary>Maps routes of the JSON API under <c>/api/v1</c>, on the listener that asks for certificates.</summary>
internal sealed class ProfessionalRoutes(IEndpointRouteBuilder app)
{
    private readonly RouteGroupBuilder _routes = app.MapGroup("/api/v1");

    /// <summary>A route for who holds a certificate; whose, the command decides.</summary>
    public RouteHandlerBuilder Map(string method, string pattern, Delegate handler) =>
        _routes.MapMethods(pattern, [method], handler)
            .WithMetadata(new ServedOn(Listener.Professionals), new NeedsCaller(), new RequestSizeLimitAttribute(BodyLimits.Json));
}
