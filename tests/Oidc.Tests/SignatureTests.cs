using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace MonEspaceSante.Oidc.Tests;

/// <summary>Whose signature is believed, and how changes of keys are followed.</summary>
public sealed class SignatureTests
{
    private readonly StubProvider _provider = new();

    [Fact]
    public async Task RS256_is_believed_as_ES256_is()
    {
        _provider.Key = StubKey.Rsa("k1");
        Assert.True((await _provider.SignInAsync()).Believed);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("PS256")]
    [InlineData("ES384")]
    [InlineData("")]
    public async Task Another_algorithm_is_refused(string algorithm)
    {
        _provider.Signed = token => $"{Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","kid":"k1","typ":"JWT"}""")}.{token.Split('.')[1]}.{token.Split('.')[2]}";
        Assert.Equal(OidcFault.AlgorithmRefused, (await _provider.SignInAsync()).Fault);
    }

    [Fact]
    public async Task The_public_key_is_no_secret_to_sign_with()
    {
        _provider.Key = StubKey.Rsa("k1");
        _provider.Signed = token =>
        {
            var signed = $"{Base64UrlEncoder.Encode("""{"alg":"HS256","kid":"k1"}""")}.{token.Split('.')[1]}";
            var secret = Encoding.UTF8.GetBytes(_provider.Key.Published.ToJsonString());
            return $"{signed}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
        };
        Assert.Equal(OidcFault.AlgorithmRefused, (await _provider.SignInAsync()).Fault);
    }

    [Fact]
    public async Task A_key_of_one_kind_does_not_sign_as_the_other()
    {
        _provider.Signed = token => $"{Base64UrlEncoder.Encode("""{"alg":"RS256","kid":"k1"}""")}.{token.Split('.')[1]}.{token.Split('.')[2]}";
        Assert.False((await _provider.SignInAsync()).Believed);
    }

    [Theory]
    [InlineData("jwk")]
    [InlineData("jku")]
    [InlineData("x5u")]
    public async Task A_token_that_brings_its_own_key_is_judged_by_ours(string member)
    {
        var stranger = StubKey.Elliptic("k1");
        _provider.Signed = token => stranger.Sign((System.Text.Json.Nodes.JsonObject)_provider.Identity.DeepClone());
        Assert.Equal(OidcFault.SignatureWrong, (await _provider.SignInAsync()).Fault);

        _provider.Signed = token =>
        {
            var key = member == "jwk" ? stranger.Published.ToJsonString() : "\"https://stranger.example/keys\"";
            var signed = $"{Base64UrlEncoder.Encode($$"""{"alg":"ES256","kid":"k1","{{member}}":{{key}}}""")}.{token.Split('.')[1]}";
            var signature = ((ECDsaSecurityKey)stranger.Private).ECDsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256);
            return $"{signed}.{Base64UrlEncoder.Encode(signature)}";
        };
        Assert.Equal(OidcFault.SignatureWrong, (await _provider.SignInAsync()).Fault);
        Assert.Equal(0, _provider.Asked("/stranger"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d.e")]
    [InlineData("e30.e30.")]
    public async Task What_is_no_token_is_refused(string token)
    {
        _provider.Signed = _ => token;
        Assert.Contains((await _provider.SignInAsync()).Fault!.Value, new[] { OidcFault.Malformed, OidcFault.AlgorithmRefused });
    }

    [Fact]
    public async Task A_token_of_more_than_16_kilobytes_is_not_read()
    {
        _provider.Signed = token => token + new string('A', 16 * 1024);
        Assert.Equal(OidcFault.Malformed, (await _provider.SignInAsync()).Fault);
    }

    [Fact]
    public async Task A_new_key_is_found_and_the_former_forgotten()
    {
        using var client = _provider.NewClient();
        Assert.True((await _provider.SignInAsync(by: client)).Believed);
        var former = _provider.Key;

        _provider.Key = StubKey.Elliptic("k2");
        _provider.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await _provider.SignInAsync(by: client)).Believed);
        Assert.Equal(2, _provider.Asked("/keys"));

        _provider.Signed = _ => former.Sign((System.Text.Json.Nodes.JsonObject)_provider.Identity.DeepClone());
        Assert.Equal(OidcFault.KeyUnknown, (await _provider.SignInAsync(by: client)).Fault);
    }

    [Fact]
    public async Task A_flood_of_invented_keys_is_not_passed_on()
    {
        using var client = _provider.NewClient();
        Assert.True((await _provider.SignInAsync(by: client)).Believed);
        _provider.Clock.Advance(TimeSpan.FromMinutes(2));

        for (var i = 0; i < 50; i++)
        {
            var invented = StubKey.Elliptic($"invented-{i}");
            _provider.Signed = _ => invented.Sign((System.Text.Json.Nodes.JsonObject)_provider.Identity.DeepClone());
            Assert.Equal(OidcFault.KeyUnknown, (await _provider.SignInAsync(by: client)).Fault);
        }

        Assert.Equal(2, _provider.Asked("/keys"));
    }

    [Fact]
    public async Task A_withdrawn_key_is_forgotten_within_the_hour()
    {
        using var client = _provider.NewClient();
        Assert.True((await _provider.SignInAsync(by: client)).Believed);
        var withdrawn = _provider.Key;
        _provider.Key = StubKey.Elliptic("k2");
        _provider.Signed = _ => withdrawn.Sign((System.Text.Json.Nodes.JsonObject)_provider.Identity.DeepClone());

        _provider.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.True((await _provider.SignInAsync(by: client)).Believed);
        _provider.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(OidcFault.KeyUnknown, (await _provider.SignInAsync(by: client)).Fault);
    }

    [Fact]
    public async Task A_key_for_encryption_signs_nothing()
    {
        _provider.Key.Published["use"] = "enc";
        Assert.Equal(OidcFault.KeyUnknown, (await _provider.SignInAsync()).Fault);
    }
}
