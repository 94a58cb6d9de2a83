using System.Text.Json.Nodes;

namespace MonEspaceSante.Oidc.Tests;

/// <summary>What an identity token must say, and what is said of the person.</summary>
public sealed class SignInTests
{
    private readonly StubProvider _provider = new();

    public static TheoryData<string, OidcFault> Lies => new()
    {
        { """{"iss":"https://other.example"}""", OidcFault.IssuerWrong },
        { """{"iss":"https://provider.example/"}""", OidcFault.IssuerWrong },
        { """{"iss":null}""", OidcFault.IssuerWrong },
        { """{"aud":"somebody-else"}""", OidcFault.AudienceWrong },
        { """{"aud":["somebody-else"]}""", OidcFault.AudienceWrong },
        { """{"aud":null}""", OidcFault.AudienceWrong },
        { """{"aud":["us","somebody-else"]}""", OidcFault.AudienceWrong },
        { """{"aud":["us","somebody-else"],"azp":"somebody-else"}""", OidcFault.AudienceWrong },
        { """{"azp":"somebody-else"}""", OidcFault.AudienceWrong },
        { """{"exp":1}""", OidcFault.Expired },
        { """{"exp":null}""", OidcFault.Expired },
        { """{"nbf":4000000000}""", OidcFault.Expired },
        { """{"nonce":"other"}""", OidcFault.NonceWrong },
        { """{"nonce":null}""", OidcFault.NonceWrong },
        { """{"acr":"eidas1"}""", OidcFault.LevelTooLow },
        { """{"acr":null}""", OidcFault.LevelTooLow },
        { """{"sub":null}""", OidcFault.SubjectWrong },
        { """{"sub":"somebody-else"}""", OidcFault.SubjectWrong },
    };

    [Fact]
    public async Task A_sound_sign_in_tells_who_it_is()
    {
        var person = await _provider.SignInAsync();

        Assert.True(person.Believed);
        Assert.Equal(("somebody", "eidas2", "Anna"), (person.Value.Subject, person.Value.Level, person.Value.Claims.Text("given_name")));
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_token_that_says_something_else_is_not_believed(string altered, OidcFault fault) =>
        Assert.Equal(fault, (await _provider.SignInAsync(claims => Alter(claims, altered))).Fault);

    [Fact]
    public async Task A_token_for_us_and_others_is_believed_if_we_asked_for_it() =>
        Assert.True((await _provider.SignInAsync(claims => Alter(claims, """{"aud":["us","somebody-else"],"azp":"us"}"""))).Believed);

    [Fact]
    public async Task A_higher_level_is_strong_enough() => Assert.True((await _provider.SignInAsync(claims => claims["acr"] = "eidas3")).Believed);

    [Fact]
    public async Task Clocks_may_differ_by_half_a_minute_and_no_more()
    {
        Assert.True((await _provider.SignInAsync(claims => claims["exp"] = _provider.Clock.GetUtcNow().AddSeconds(-20).ToUnixTimeSeconds())).Believed);
        Assert.Equal(OidcFault.Expired, (await _provider.SignInAsync(claims => claims["exp"] = _provider.Clock.GetUtcNow().AddSeconds(-31).ToUnixTimeSeconds())).Fault);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_said_of_somebody_else_is_not_believed(bool signed)
    {
        _provider.SignsUserInfo = signed;
        _provider.Person["iss"] = StubProvider.Issuer;
        _provider.Person["aud"] = StubProvider.Client;
        Assert.True((await _provider.SignInAsync()).Believed);

        _provider.Person["sub"] = "somebody-else";
        Assert.Equal(OidcFault.SubjectWrong, (await _provider.SignInAsync()).Fault);
    }

    [Fact]
    public async Task What_was_signed_for_somebody_else_is_not_believed()
    {
        _provider.SignsUserInfo = true;
        _provider.Person["iss"] = StubProvider.Issuer;
        _provider.Person["aud"] = "somebody-else";
        Assert.Equal(OidcFault.AudienceWrong, (await _provider.SignInAsync()).Fault);
    }

    [Fact]
    public async Task A_name_given_twice_is_not_believed()
    {
        _provider.Instead = path => path == "/userinfo" ? StubProvider.Text("""{"sub":"somebody","sub":"somebody"}""", "application/json") : null;
        Assert.Equal(OidcFault.Malformed, (await _provider.SignInAsync()).Fault);
    }

    [Fact]
    public async Task Another_state_is_another_browser_and_nothing_is_redeemed()
    {
        using var client = _provider.NewClient();
        var pending = PendingSignIn.New();

        Assert.Equal(OidcFault.StateWrong, (await client.CompleteAsync(pending, PendingSignIn.New().State, "code", default)).Fault);
        Assert.Equal(OidcFault.StateWrong, (await client.CompleteAsync(pending, null, "code", default)).Fault);
        Assert.Equal(OidcFault.StateWrong, (await client.CompleteAsync(pending, pending.State, "", default)).Fault);
        Assert.Equal(0, _provider.Asked("/token"));
    }

    [Fact]
    public async Task The_browser_is_sent_with_all_that_ties_the_answer_to_it()
    {
        using var client = _provider.NewClient();
        var pending = PendingSignIn.New();
        var query = Query((await client.AuthorizeAsync(pending, default)).Value!);

        Assert.Equal(
            ("code", "us", "https://portal.example/back", "openid birthdate", pending.State, pending.Nonce, "S256", "eidas2"),
            (query["response_type"], query["client_id"], query["redirect_uri"], query["scope"], query["state"], query["nonce"], query["code_challenge_method"], query["acr_values"]));
        Assert.DoesNotContain(pending.Verifier, query.Values);

        _provider.Say(pending.Nonce);
        Assert.True((await client.CompleteAsync(pending, pending.State, "code", default)).Believed);
        Assert.Contains($"code_verifier={pending.Verifier}", _provider.LastForm, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_sign_in_has_secrets_of_its_own()
    {
        var (one, other) = (PendingSignIn.New(), PendingSignIn.New());
        Assert.Equal(6, new[] { one.State, one.Nonce, one.Verifier, other.State, other.Nonce, other.Verifier }.Distinct().Count());
        Assert.All([one.State, one.Nonce, one.Verifier], secret => Assert.Equal(43, secret.Length));
    }

    [Fact]
    public async Task Sign_out_goes_through_the_providers_door_if_it_has_one()
    {
        using var client = _provider.NewClient(StubProvider.Settings with { SignedOutUri = new("https://portal.example/bye") });
        Assert.Equal(
            "https://provider.example/logout?theme=plain&id_token_hint=token&post_logout_redirect_uri=https%3A%2F%2Fportal.example%2Fbye",
            (await client.SignOutAsync("token", default))!.OriginalString);

        _provider.Metadata.Remove("end_session_endpoint");
        using var another = _provider.NewClient();
        Assert.Null(await another.SignOutAsync("token", default));
    }

    private static void Alter(JsonObject claims, string altered)
    {
        foreach (var (name, value) in JsonNode.Parse(altered)!.AsObject())
        {
            if (value is null)
            {
                claims.Remove(name);
            }
            else
            {
                claims[name] = value.DeepClone();
            }
        }
    }

    private static Dictionary<string, string> Query(Uri address) => address.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
}
