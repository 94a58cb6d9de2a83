using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MonEspaceSante.Oidc.Tests;

/// <summary>A provider whose every answer a test may change. Counts what it is asked.</summary>
public sealed class StubProvider
{
    public const string Issuer = "https://provider.example";
    public const string Client = "us";

    private readonly Dictionary<string, int> _asked = [];

    public ManualClock Clock { get; } = new();

    public StubKey Key { get; set; } = StubKey.Elliptic("k1");

    /// <summary>What the next identity token says; the nonce is that of the sign-in.</summary>
    public JsonObject Identity { get; } = [];

    public JsonObject Person { get; } = new() { ["sub"] = "somebody", ["given_name"] = "Anna" };

    public JsonObject Metadata { get; } = new()
    {
        ["issuer"] = Issuer, ["authorization_endpoint"] = $"{Issuer}/authorize", ["token_endpoint"] = $"{Issuer}/token",
        ["userinfo_endpoint"] = $"{Issuer}/userinfo", ["jwks_uri"] = $"{Issuer}/keys", ["end_session_endpoint"] = $"{Issuer}/logout?theme=plain",
    };

    public Func<string, string> Signed { get; set; } = token => token;

    public bool SignsUserInfo { get; set; }

    /// <summary>Answers in the place of everything else, if it has something to say to a path.</summary>
    public Func<string, HttpResponseMessage?> Instead { get; set; } = _ => null;

    public string LastForm { get; private set; } = "";

    public static ProviderSettings Settings { get; } =
        new(new(Issuer), Client, "secret", new("https://portal.example/back"), ["openid", "birthdate"], ["eidas2", "eidas3"]) { Audience = "platform" };

    public OidcClient NewClient(ProviderSettings? settings = null) =>
        new(settings ?? Settings, new(new(new Door(this)) { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = ProviderHttp.LongestAnswer }), Clock);

    /// <summary>How often <paramref name="path"/> was asked for.</summary>
    public int Asked(string path) => _asked.GetValueOrDefault(path);

    /// <summary>Goes through a sign-in, with <paramref name="alter"/> on its identity token.</summary>
    public async Task<Checked<AuthenticatedPerson>> SignInAsync(Action<JsonObject>? alter = null, OidcClient? by = null)
    {
        using var client = NewClient();
        var pending = PendingSignIn.New();
        Say(pending.Nonce);
        alter?.Invoke(Identity);
        return await (by ?? client).CompleteAsync(pending, pending.State, "code", CancellationToken.None);
    }

    /// <summary>The identity token of a sound provider.</summary>
    public void Say(string nonce)
    {
        Identity.Clear();
        foreach (var (name, value) in Dated(new() { ["iss"] = Issuer, ["sub"] = "somebody", ["aud"] = Client, ["nonce"] = nonce, ["acr"] = "eidas2" }))
        {
            Identity[name] = value?.DeepClone();
        }
    }

    public JsonObject Dated(JsonObject claims)
    {
        claims["iat"] = Clock.GetUtcNow().ToUnixTimeSeconds();
        claims["exp"] = Clock.GetUtcNow().AddMinutes(4).ToUnixTimeSeconds();
        return claims;
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        _asked[path] = Asked(path) + 1;
        LastForm = request.Content is null ? LastForm : await request.Content.ReadAsStringAsync(cancellationToken);
        return Instead(path) ?? path switch
        {
            "/.well-known/openid-configuration" => Json(Metadata),
            "/keys" => Json(new() { ["keys"] = new JsonArray(Key.Published.DeepClone()) }),
            "/token" => Json(new() { ["access_token"] = "access", ["token_type"] = "Bearer", ["id_token"] = Signed(Key.Sign(Identity)) }),
            "/userinfo" when SignsUserInfo => Text(Key.Sign(Person), "application/jwt"),
            "/userinfo" => Json(Person),
            _ => new(HttpStatusCode.NotFound),
        };
    }

    public static HttpResponseMessage Json(JsonObject body) => Text(body.ToJsonString(), "application/json");

    public static HttpResponseMessage Text(string body, string media) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, media) };

    private sealed class Door(StubProvider provider) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            provider.AnswerAsync(request, cancellationToken);
    }
}

/// <summary>A signing key, and what is published of it.</summary>
public sealed record StubKey(SecurityKey Private, string Algorithm, JsonObject Published)
{
    public static StubKey Elliptic(string id)
    {
        var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(false).Q;
        return new(new ECDsaSecurityKey(pair) { KeyId = id }, "ES256", new()
        {
            ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = id, ["use"] = "sig", ["x"] = Base64UrlEncoder.Encode(point.X), ["y"] = Base64UrlEncoder.Encode(point.Y),
        });
    }

    public static StubKey Rsa(string id)
    {
        var pair = RSA.Create(2048);
        var open = pair.ExportParameters(false);
        return new(new RsaSecurityKey(pair) { KeyId = id }, "RS256", new()
        {
            ["kty"] = "RSA", ["kid"] = id, ["n"] = Base64UrlEncoder.Encode(open.Modulus), ["e"] = Base64UrlEncoder.Encode(open.Exponent),
        });
    }

    public string Sign(JsonObject claims) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
        .CreateToken(claims.ToJsonString(), new SigningCredentials(Private, Algorithm));
}

/// <summary>A clock that stands until it is put forward.</summary>
public sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
