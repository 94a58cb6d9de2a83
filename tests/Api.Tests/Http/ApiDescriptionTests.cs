using System.Net;
using System.Text.RegularExpressions;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Api.Tests.Security;

namespace MonEspaceSante.Api.Tests.Http;

/// <summary>The description of the JSON API says what the platform serves.</summary>
[Collection(OnePlatform.Name)]
public sealed partial class ApiDescriptionTests(RunningPlatform platform)
{
    [Fact]
    public async Task Every_route_of_the_JSON_API_is_described_and_nothing_else()
    {
        var described = await DescribedAsync();
        var routes = PlatformRoutes.All(platform).Where(route => route.Split(' ')[1].StartsWith("/api/v1/", StringComparison.Ordinal))
            .Select(route => Constraint().Replace(route, "}").TrimEnd('/'));
        Assert.Equal(routes.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_route_takes_is_described()
    {
        var paths = (await platform.Visitors.Citizen().GetAsync("/openapi/v1.json")).Is(HttpStatusCode.OK).Json.GetProperty("paths");
        var role = paths.GetProperty("/api/v1/privacy/roles").GetProperty("post");
        Assert.True(role.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out _));
        Assert.Contains("Bearer", role.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(["2XX", "4XX"], role.GetProperty("responses").EnumerateObject().Select(response => response.Name));
    }

    private async Task<IEnumerable<string>> DescribedAsync() =>
        from path in (await platform.Visitors.Citizen().GetAsync("/openapi/v1.json")).Is(HttpStatusCode.OK).Json.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select $"{operation.Name.ToUpperInvariant()} {path.Name.TrimEnd('/')}";

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();
}
