using System.Globalization;
using System.Net;
using MonEspaceSante.Api.Tests.Fixtures;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>
/// Who gets what from each route (security design, R8 and section 4): the routes are those that the platform has, the answers those of
/// <c>access-matrix.expected.csv</c>. A route that the file does not know fails.
/// </summary>
[Collection(OnePlatform.Name)]
public sealed class AccessMatrixTests(RunningPlatform platform)
{
    private static string Expected => Path.Combine(AppContext.BaseDirectory, "Security", "access-matrix.expected.csv");

    [Fact]
    public async Task Each_route_answers_each_caller_as_written_down()
    {
        var world = await MatrixWorld.MakeAsync(platform);
        var lines = new List<string> { $"route,space,object,{string.Join(',', MatrixWorld.Callers)}" };
        foreach (var route in PlatformRoutes.All(platform))
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

    // The status; for a searchset also whether it holds nothing, one resource or several.
    private static string Told(Answer answer) =>
        answer.Status == HttpStatusCode.OK && answer.MediaType == "application/fhir+json" && answer.Json.TryGetProperty("total", out var total)
            ? total.GetInt32() switch { 0 => "200:0", 1 => "200:1", _ => "200:n" }
            : ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
}
