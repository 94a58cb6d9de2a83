using System.Net;

namespace MonEspaceSante.Oidc.Tests;

/// <summary>Providers that do not answer, answer too much, or describe themselves wrongly.</summary>
public sealed class ProviderTests
{
    private readonly StubProvider _provider = new();

    [Theory]
    [InlineData("/.well-known/openid-configuration", OidcFault.ProviderUnavailable)]
    [InlineData("/keys", OidcFault.ProviderUnavailable)]
    [InlineData("/token", OidcFault.ProviderUnavailable)]
    [InlineData("/userinfo", OidcFault.ProviderUnavailable)]
    public async Task A_provider_that_breaks_is_unavailable(string path, OidcFault fault)
    {
        _provider.Instead = asked => asked == path ? new(HttpStatusCode.BadGateway) : null;
        Assert.Equal(fault, (await _provider.SignInAsync()).Fault);
    }

    [Theory]
    [InlineData("/token")]
    [InlineData("/userinfo")]
    public async Task A_code_or_a_token_that_the_provider_does_not_honour_is_refused(string path)
    {
        _provider.Instead = asked => asked == path ? new(HttpStatusCode.BadRequest) : null;
        Assert.Equal(OidcFault.ProviderRefused, (await _provider.SignInAsync()).Fault);
    }

    [Theory]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/keys")]
    [InlineData("/token")]
    [InlineData("/userinfo")]
    public async Task An_answer_that_is_too_long_is_not_read(string path)
    {
        _provider.Instead = asked => asked == path ? StubProvider.Text($$"""{"sub":"{{new string('a', ProviderHttp.LongestAnswer)}}"}""", "application/json") : null;
        Assert.Equal(OidcFault.ProviderUnavailable, (await _provider.SignInAsync()).Fault);
    }

    [Theory]
    [InlineData("/.well-known/openid-configuration", OidcFault.ProviderUnavailable)]
    [InlineData("/keys", OidcFault.ProviderUnavailable)]
    [InlineData("/token", OidcFault.Malformed)]
    [InlineData("/userinfo", OidcFault.Malformed)]
    public async Task An_answer_that_is_no_object_is_not_believed(string path, OidcFault fault)
    {
        _provider.Instead = asked => asked == path ? StubProvider.Text("[1,", "application/json") : null;
        Assert.Equal(fault, (await _provider.SignInAsync()).Fault);
    }

    [Theory]
    [InlineData("token_endpoint")]
    [InlineData("jwks_uri")]
    [InlineData("userinfo_endpoint")]
    [InlineData("authorization_endpoint")]
    public async Task A_door_without_TLS_is_no_door(string door)
    {
        _provider.Metadata[door] = "http://provider.example/door";
        Assert.Equal(OidcFault.ProviderUnavailable, (await _provider.SignInAsync()).Fault);
    }

    [Fact]
    public async Task A_provider_that_takes_itself_for_another_is_not_believed()
    {
        _provider.Metadata["issuer"] = "https://other.example";
        Assert.Equal(OidcFault.IssuerWrong, (await _provider.SignInAsync()).Fault);
    }

    [Fact]
    public async Task Discovery_is_kept_for_an_hour()
    {
        using var client = _provider.NewClient();
        for (var i = 0; i < 3; i++)
        {
            Assert.True((await _provider.SignInAsync(by: client)).Believed);
        }

        Assert.Equal(1, _provider.Asked("/.well-known/openid-configuration"));
        _provider.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await _provider.SignInAsync(by: client)).Believed);
        Assert.Equal(2, _provider.Asked("/.well-known/openid-configuration"));
    }

    [Fact]
    public void The_client_follows_no_redirection_and_keeps_no_cookie()
    {
        using var handler = new SocketsHttpHandler();
        using var client = ProviderHttp.Client(handler);
        Assert.False(handler.AllowAutoRedirect || handler.UseCookies);
        Assert.Equal((TimeSpan.FromSeconds(5), 64 * 1024), (client.Timeout, client.MaxResponseContentBufferSize));
    }

    [Fact]
    public async Task An_access_token_for_us_that_the_provider_honours_tells_whose_it_is()
    {
        using var client = _provider.NewClient();
        var token = _provider.Key.Sign(_provider.Dated(new() { ["iss"] = StubProvider.Issuer, ["sub"] = "somebody", ["aud"] = "platform", ["jti"] = "1" }));
        var whose = await client.RecogniseAsync(token, default);
        Assert.Equal(("1", "Anna"), (whose.Value!.Token.Text("jti"), whose.Value.Person.Text("given_name")));

        _provider.Instead = path => path == "/userinfo" ? new(HttpStatusCode.Unauthorized) : null;
        Assert.Equal(OidcFault.ProviderRefused, (await client.RecogniseAsync(token, default)).Fault);
    }
}
