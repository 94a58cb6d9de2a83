using Microsoft.AspNetCore.Mvc;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Api.Insurers;

/// <summary>
/// The insurer's feed, one line at a time: on the listener that asks for certificates, for the structure that <c>Insurer:Structure</c> names. A line
/// is an object of the fields that the columns of its files are; sent again, it changes nothing.
/// </summary>
internal static class InsurerEndpoints
{
    public static void AddInsurer(this IServiceCollection services) => services.AddSingleton(provider => new InsurerDesk(
        provider.GetRequiredService<IGrainFactory>(), provider.GetRequiredService<IKeyRing>(), provider.GetRequiredService<TimeProvider>(),
        Insurer(provider.GetRequiredService<IConfiguration>()["Insurer:Structure"])));

    public static void MapInsurer(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/v1/insurer")
            .WithMetadata(new ServedOn(Listener.Professionals), new NeedsCaller(), new RequestSizeLimitAttribute(BodyLimits.Json));
        routes.MapPost("/people", (HttpContext context, InsurerDesk desk) => desk.TakeInAsync(context));
        routes.MapPost("/doubles", (DoubleLine line, HttpContext context, InsurerDesk desk) => desk.JoinAsync(context, line));
        routes.MapPost("/guardians", (GuardianLine line, HttpContext context, InsurerDesk desk) => desk.NameGuardianAsync(context, line));
    }

    private static StructureId Insurer(string? structure) => StructureId.TryParse(structure, null, out var id)
        ? id
        : throw new InvalidOperationException("Insurer:Structure is not the national identifier of a structure.");
}
