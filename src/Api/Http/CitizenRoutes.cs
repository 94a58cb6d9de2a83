using Microsoft.AspNetCore.Mvc;
using MonEspaceSante.Api.Federation;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Proxies;

namespace MonEspaceSante.Api.Http;

/// <summary>Maps routes of the JSON API under <c>/api/v1</c>, on the citizens' listener.</summary>
internal sealed class CitizenRoutes(IEndpointRouteBuilder app)
{
    private readonly RouteGroupBuilder _routes = app.MapGroup("/api/v1");

    /// <summary>A route for who is signed in. In somebody else's space it is for who represents the holder alone, unless it says what it is about.</summary>
    public RouteHandlerBuilder Map(string method, string pattern, Delegate handler) =>
        _routes.MapMethods(pattern, [method], handler).WithMetadata(
            new ServedOn(Listener.Citizens), new NeedsCaller(), new IsAbout(ProxyMatter.Settling), new RequestSizeLimitAttribute(BodyLimits.Json));

    /// <summary>A route for who is signed in, about their own account: nobody acts there for somebody else.</summary>
    public RouteHandlerBuilder MapOwn(string method, string pattern, Delegate handler) =>
        Map(method, pattern, handler).WithMetadata(new IsAbout(ProxyMatter.OwnAccount));

    /// <summary>A GET of what is nobody's, for anybody.</summary>
    public void MapPublic(string pattern, Delegate handler) =>
        _routes.MapGet(pattern, handler).WithMetadata(new ServedOn(Listener.Citizens), new RequestSizeLimitAttribute(BodyLimits.Json));

    /// <summary>A POST for anybody, by which somebody tries to get in: it passes the limits of its source first.</summary>
    public void MapTry(string pattern, Delegate handler) => MapOpenly(pattern, handler).WithMetadata(new CountsAsTry());

    /// <summary>A POST for anybody that checks no secret which can be guessed.</summary>
    public void MapOpen(string pattern, Delegate handler) => MapOpenly(pattern, handler);

    private RouteHandlerBuilder MapOpenly(string pattern, Delegate handler) =>
        _routes.MapPost(pattern, handler).WithMetadata(new ServedOn(Listener.Citizens), new RequestSizeLimitAttribute(BodyLimits.Json));

    /// <summary>A route for professionals who are signed in on the portal.</summary>
    public void MapForProfessionals(string method, string pattern, Delegate handler) =>
        _routes.MapMethods(pattern, [method], handler)
            .WithMetadata(new ServedOn(Listener.Citizens), new NeedsCaller(), new ServesPortalProfessionals(), new RequestSizeLimitAttribute(BodyLimits.Json));
}
