using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Api.Tests.Fixtures;
using MonEspaceSante.Domain.Limits;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>Every open door that checks a secret has tries that run out (security design, rule 4); here after two lost ones.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private const string OpensNothing = """{"attempt":"00000000000000000000000000000000","code":"22222 22222"}""";

    // Open to anybody, and without anything to guess: browsers on their way to a provider, and what goes on from an attempt of 128 random bits.
    private static readonly string[] NothingToGuess =
    [
        "/api/v1/activation/code", "/api/v1/activation/complete", "/api/v1/activation/contact", "/api/v1/activation/login",
        "/api/v1/federation/activation/start", "/api/v1/federation/session/start", "/api/v1/opposition/lift", "/api/v1/opposition/receipt",
        "/api/v1/opposition/receipt/paper",
        "/api/v1/professional/session/start",
    ];

    private readonly RunningPlatform _platform = new()
    {
        Replace = services => services.AddSingleton(new TryLimits(InAnHour: 2, InADay: 1_000, UnderPressure: 2)),
        Settings = ["--Listeners:TrustedProxies", "127.0.0.1;::1"],
    };

    private Visitor Nobody => _platform.Visitors.Citizen();

    public Task InitializeAsync() => _platform.InitializeAsync();

    public Task DisposeAsync() => _platform.DisposeAsync();

    [Fact]
    public void Every_open_route_that_checks_a_secret_counts_tries() =>
        Assert.Equal(NothingToGuess, OpenRoutes().Where(route => route.Metadata.GetMetadata<CountsAsTry>() is null).Select(PathOf).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_source_without_tries_left_is_shut_out_of_each_door_in_the_same_words()
    {
        await LoseTriesAsync(Nobody);

        var doors = OpenRoutes().Where(route => route.Metadata.GetMetadata<CountsAsTry>() is not null).Select(PathOf).ToList();
        var answers = await Task.WhenAll(doors.Select(door => Nobody.PostAsync(door, "{}")));

        Assert.Contains("/api/v1/passkeys/sign-in", doors);
        Assert.All(answers, answer => answer.IsRefused(HttpStatusCode.TooManyRequests, "too-many-tries", fhir: false));
        Assert.Single(answers.Select(answer => answer.Telling).Distinct());
    }

    [Fact]
    public async Task Who_gets_in_has_lost_no_try()
    {
        var account = await _platform.OpenAccountAsync();
        for (var i = 0; i < 3; i++)
        {
            var me = _platform.Visitors.Citizen(await account.SignInAsync());
            (await me.PostAsync("/api/v1/session/proof", $$"""{"password":"{{account.Password}}"}""")).Is(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Who_is_signed_in_proves_who_they_are_while_their_neighbours_are_shut_out()
    {
        var account = await _platform.OpenAccountAsync();
        var token = await account.SignInAsync();
        await LoseTriesAsync(Nobody);

        (await _platform.Visitors.Citizen(token).PostAsync("/api/v1/session/proof", $$"""{"password":"{{account.Password}}"}""")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_has_few_tries_to_prove_who_holds_it_and_goes_on_without_them()
    {
        var account = await _platform.OpenAccountAsync();
        var thief = _platform.Visitors.Citizen(await account.SignInAsync());
        for (var i = 0; i < 2; i++)
        {
            (await thief.PostAsync("/api/v1/session/proof", """{"password":"Mauvais-mot-de-passe-1"}""")).IsRefused(HttpStatusCode.Unauthorized, "sign-in-refused", fhir: false);
        }

        (await thief.PostAsync("/api/v1/session/proof", $$"""{"password":"{{account.Password}}"}"""))
            .IsRefused(HttpStatusCode.TooManyRequests, "too-many-tries", fhir: false);
        (await thief.GetAsync("/api/v1/session")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_brings_a_stranger_no_tries_of_its_own()
    {
        var token = await (await _platform.OpenAccountAsync()).SignInAsync();
        await LoseTriesAsync(Nobody);

        (await _platform.Visitors.Citizen(token).PostAsync("/api/v1/activation/verify", OpensNothing))
            .IsRefused(HttpStatusCode.TooManyRequests, "too-many-tries", fhir: false);
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_each_block_of_addresses_has_its_own_tries()
    {
        await LoseTriesAsync(Nobody, From("192.0.2.1"));

        (await TryAsync(Nobody, From("192.0.2.200"))).IsRefused(HttpStatusCode.TooManyRequests, "too-many-tries", fhir: false);
        (await TryAsync(Nobody, From("198.51.100.1"))).Is(HttpStatusCode.Unauthorized);

        // What stands before the proxy's word, the client has written.
        (await TryAsync(Nobody, From("198.51.100.1, 192.0.2.1"))).IsRefused(HttpStatusCode.TooManyRequests, "too-many-tries", fhir: false);
    }

    private static (string, string) From(string address) => ("X-Forwarded-For", address);

    private static Task<Answer> TryAsync(Visitor visitor, params (string, string)[] headers) => visitor.PostAsync("/api/v1/activation/verify", OpensNothing, headers);

    private static async Task LoseTriesAsync(Visitor visitor, params (string, string)[] headers)
    {
        for (var i = 0; i < 2; i++)
        {
            (await TryAsync(visitor, headers)).Is(HttpStatusCode.Unauthorized);
        }
    }

    private static string PathOf(RouteEndpoint route) => route.RoutePattern.RawText!;

    private IEnumerable<RouteEndpoint> OpenRoutes() => _platform.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<NeedsCaller>() is null && PathOf(route).StartsWith("/api/v1/", StringComparison.Ordinal)
            && route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Contains("POST"));
}
