using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Fhir.Resources;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>
/// Who gets what from each route (security design, R8 and section 4): the routes are those that the platform has, the answers those of
/// <c>access-matrix.expected.csv</c>. A route that the file does not know fails.
/// </summary>
[Collection(OnePlatform.Name)]
public sealed class AccessMatrixTests(RunningPlatform platform)
{
    // One code serves every type that spaces keep: measures stand for all of them.
    private const string Example = "Observation";

    private static string Expected => Path.Combine(AppContext.BaseDirectory, "Security", "access-matrix.expected.csv");

    [Fact]
    public async Task Each_route_answers_each_caller_as_written_down()
    {
        var world = await MatrixWorld.MakeAsync(platform);
        var lines = new List<string> { $"route,space,object,{string.Join(',', MatrixWorld.Callers)}" };
        foreach (var route in Routes())
        {
            var requests = MatrixRequests.Of(route, world);
            Assert.True(requests is not null, $"No request is written for {route}: say in MatrixRequests who may call it with what.");
            foreach (var request in requests)
            {
                var answers = new List<string>();
                foreach (var caller in MatrixWorld.Callers)
                {
                    answers.Add(Told(await world.SendAsync(caller, route, request)));
                }

                lines.Add($"{route},{request.Space},{request.Object},{string.Join(',', answers)}");
            }
        }

        // Beside the expectation, for who has changed the routes and read each difference.
        await File.WriteAllLinesAsync(Expected.Replace("expected", "actual", StringComparison.Ordinal), lines);
        Assert.Equal(string.Join('\n', await File.ReadAllLinesAsync(Expected)), string.Join('\n', lines));
    }

    private static bool IsOf(string type, string route) => route == $"/fhir/{type}" || route.StartsWith($"/fhir/{type}/", StringComparison.Ordinal);

    // In the order of the characters, which is the same on every machine.
    private IEnumerable<string> Routes() => platform.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => !KeptType.All.Any(kept => kept.Name != Example && IsOf(kept.Name, endpoint.RoutePattern.RawText!)))
        .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods, (endpoint, method) => (Path: endpoint.RoutePattern.RawText!, Method: method))
        .OrderBy(route => route.Path, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal)
        .Select(route => $"{route.Method} {route.Path}");

    // The status; for a searchset also whether it holds nothing, one resource or several.
    private static string Told(Answer answer) =>
        answer.Status == HttpStatusCode.OK && answer.MediaType == "application/fhir+json" && answer.Json.TryGetProperty("total", out var total)
            ? total.GetInt32() switch { 0 => "200:0", 1 => "200:1", _ => "200:n" }
            : ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
}
