using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Fhir.Resources;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>The routes that the platform has, as <c>GET /fhir/Patient</c>, in the order of the characters, which is the same on every machine.</summary>
public static class PlatformRoutes
{
    // One code serves every type that spaces keep: measures stand for all of them.
    private const string Example = "Observation";

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All(RunningPlatform platform) => Named(Endpoints(platform));

    /// <summary>Those that professionals are served on.</summary>
    public static IEnumerable<string> OfProfessionals(RunningPlatform platform) =>
        Named(Endpoints(platform).Where(endpoint => endpoint.Metadata.GetRequiredMetadata<ServedOn>().Listeners.HasFlag(Listener.Professionals)));

    private static IEnumerable<RouteEndpoint> Endpoints(RunningPlatform platform) => platform.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => !KeptType.All.Any(kept => kept.Name != Example && IsOf(kept.Name, endpoint.RoutePattern.RawText!)));

    private static IEnumerable<string> Named(IEnumerable<RouteEndpoint> endpoints) => endpoints
        .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods, (endpoint, method) => (Path: endpoint.RoutePattern.RawText!, Method: method))
        .OrderBy(route => route.Path, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal)
        .Select(route => $"{route.Method} {route.Path}");

    private static bool IsOf(string type, string route) => route == $"/fhir/{type}" || route.StartsWith($"/fhir/{type}/", StringComparison.Ordinal);
}
