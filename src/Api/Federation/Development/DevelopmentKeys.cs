using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MonEspaceSante.Api.Federation.Development;

/// <summary>The signing keys of a development provider: made at start, lost at stop, changed on demand as real providers change theirs.</summary>
/// <param name="algorithm">ES256 or RS256.</param>
internal sealed class DevelopmentKeys(string algorithm)
{
    private volatile Key _current = Key.New(algorithm);

    /// <summary>Signs <paramref name="claims"/>.</summary>
    public string Sign(JsonObject claims)
    {
        var key = _current;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(claims.ToJsonString(), new SigningCredentials(key.Private, algorithm));
    }

    /// <summary>From now on another key signs, and the former is published no more.</summary>
    public void Rotate() => _current = Key.New(algorithm);

    /// <summary>The public half, as a JSON Web Key Set (RFC 7517).</summary>
    public JsonObject Published => new() { ["keys"] = new JsonArray(_current.Public.DeepClone()) };

    private sealed record Key(SecurityKey Private, JsonObject Public)
    {
        public static Key New(string algorithm)
        {
            var id = RandomNumberGenerator.GetHexString(16, lowercase: true);
            return algorithm == SecurityAlgorithms.EcdsaSha256 ? Elliptic(id) : Rsa(id);
        }

        private static Key Elliptic(string id)
        {
            var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var point = pair.ExportParameters(includePrivateParameters: false).Q;
            return new(new ECDsaSecurityKey(pair) { KeyId = id }, new()
            {
                ["kty"] = "EC", ["crv"] = "P-256", ["use"] = "sig", ["kid"] = id, ["alg"] = SecurityAlgorithms.EcdsaSha256,
                ["x"] = Base64UrlEncoder.Encode(point.X), ["y"] = Base64UrlEncoder.Encode(point.Y),
            });
        }

        private static Key Rsa(string id)
        {
            var pair = RSA.Create(2048);
            var open = pair.ExportParameters(includePrivateParameters: false);
            return new(new RsaSecurityKey(pair) { KeyId = id }, new()
            {
                ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["alg"] = SecurityAlgorithms.RsaSha256,
                ["n"] = Base64UrlEncoder.Encode(open.Modulus), ["e"] = Base64UrlEncoder.Encode(open.Exponent),
            });
        }
    }
}
