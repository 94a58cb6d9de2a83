using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MonEspaceSante.Api.Federation.Development;

/// <summary>
/// An OpenID Connect provider for development and tests, in this process: it vouches for fictive people without asking them anything. Keeps what
/// it issues in memory.
/// </summary>
/// <param name="kind">Whom it takes itself for.</param>
/// <param name="platform">The address of this platform, known once it listens.</param>
/// <param name="people">Whom it vouches for.</param>
/// <param name="time">Dates what it signs.</param>
/// <param name="comesBackTo">Where the platform's browsers come back to, known once it listens.</param>
internal sealed class DevelopmentProvider(
    DevelopmentProviderKind kind, Func<Uri> platform, Func<IReadOnlyList<DevelopmentSubject>> people, TimeProvider time, Func<Uri> comesBackTo)
{
    /// <summary>The platform itself, as a client.</summary>
    public const string Platform = "mes-plateforme";

    /// <summary>Software of professionals, which signs them in by itself (CIBA) and brings their tokens to the platform. Its secret is no secret.</summary>
    public const string Software = "mes-logiciel";

    /// <summary>The secret of <see cref="Software"/>.</summary>
    public const string SoftwareSecret = "logiciel-fictif";

    private static readonly TimeSpan Brief = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(4);

    private readonly ConcurrentDictionary<string, Grant> _grants = new();
    private readonly ConcurrentDictionary<string, (DevelopmentSubject Person, DateTimeOffset Until)> _accesses = new();

    public DevelopmentProviderKind Kind => kind;

    public DevelopmentKeys Keys { get; } = new(kind.Algorithm);

    /// <summary>The secret of <see cref="Platform"/>, made at start.</summary>
    public string Secret { get; } = RandomNumberGenerator.GetHexString(64);

    public Uri Issuer => new(platform(), $"/dev/{kind.Name}");

    public Uri RedirectUri => comesBackTo();

    public IReadOnlyList<DevelopmentSubject> People => people();

    /// <summary>A code for <paramref name="person"/>, who has been chosen on the page.</summary>
    public string Grant(DevelopmentSubject person, string client, string? nonce, string? challenge)
    {
        var code = Bits();
        _grants[code] = new(person, client, nonce, challenge, time.GetUtcNow() + Brief);
        return code;
    }

    /// <summary>The tokens for a code or a back-channel request; nothing where it is spent, too old, another client's, or without its verifier.</summary>
    public JsonObject? Redeem(string client, string code, string? verifier)
    {
        if (!_grants.TryRemove(code, out var grant) || grant.Client != client || time.GetUtcNow() >= grant.Until
            || (grant.Challenge is { } challenge && challenge != Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(verifier ?? "")))))
        {
            return null;
        }

        var access = AccessToken(grant.Person, client);
        return new()
        {
            ["access_token"] = access, ["token_type"] = "Bearer", ["expires_in"] = (int)Lifetime.TotalSeconds,
            ["id_token"] = Keys.Sign(IdentityOf(grant)),
        };
    }

    /// <summary>An access token for <paramref name="person"/>; <paramref name="alter"/> may make it say something else.</summary>
    public string AccessToken(DevelopmentSubject person, string client, Action<JsonObject>? alter = null)
    {
        var claims = Dated(new() { ["iss"] = Issuer.OriginalString, ["sub"] = person.Id, ["aud"] = Platform, ["azp"] = client, ["jti"] = Bits() });
        alter?.Invoke(claims);
        var token = Keys.Sign(claims);
        _accesses[token] = (person, time.GetUtcNow() + Lifetime);
        return token;
    }

    /// <summary>What is said to who brings <paramref name="accessToken"/>; nothing where it is not one of ours or is over.</summary>
    public JsonObject? UserInfo(string accessToken)
    {
        if (!_accesses.TryGetValue(accessToken, out var access) || time.GetUtcNow() >= access.Until)
        {
            return null;
        }

        var claims = (JsonObject)access.Person.Claims.DeepClone();
        claims["sub"] = access.Person.Id;
        return claims;
    }

    private JsonObject IdentityOf(Grant grant)
    {
        var claims = Dated(new() { ["iss"] = Issuer.OriginalString, ["sub"] = grant.Person.Id, ["aud"] = grant.Client, ["acr"] = kind.Level });
        if (grant.Nonce is not null)
        {
            claims["nonce"] = grant.Nonce;
        }

        return claims;
    }

    private JsonObject Dated(JsonObject claims)
    {
        var now = time.GetUtcNow();
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["exp"] = (now + Lifetime).ToUnixTimeSeconds();
        return claims;
    }

    private static string Bits() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}

/// <summary>What was granted for a code.</summary>
internal sealed record Grant(DevelopmentSubject Person, string Client, string? Nonce, string? Challenge, DateTimeOffset Until);

/// <summary>Whom a development provider takes itself for.</summary>
/// <param name="Name">Its place under <c>/dev</c>.</param>
/// <param name="Title">Its name on pages.</param>
/// <param name="Algorithm">What it signs with.</param>
/// <param name="Level">How strongly it says to have authenticated people (<c>acr</c>).</param>
/// <param name="SignsUserInfo">Whether it signs what it says of people, as the federation does.</param>
/// <param name="ServesSoftware">Whether software signs people in by itself (CIBA), as Pro Santé Connect lets it.</param>
internal sealed record DevelopmentProviderKind(string Name, string Title, string Algorithm, string Level, bool SignsUserInfo, bool ServesSoftware)
{
    public static readonly DevelopmentProviderKind Federation = new("federation", "Fédération d’identité de développement", "ES256", "eidas2", SignsUserInfo: true, ServesSoftware: false);

    public static readonly DevelopmentProviderKind ProSanteConnect = new("psc", "Pro Santé Connect de développement", "RS256", "eidas1", SignsUserInfo: false, ServesSoftware: true);
}
