using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MonEspaceSante.Oidc;

/// <summary>Whether a token was signed by the provider, for us, and is still good.</summary>
/// <remarks>The signature is checked by Microsoft.IdentityModel: nothing here touches a key.</remarks>
internal sealed class TokenJudge(string issuer, SigningKeys keys, TimeProvider time)
{
    /// <summary>The longest token, in characters.</summary>
    public const int Longest = 16 * 1024;

    // Clocks of providers and ours differ by seconds.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = Longest };

    /// <summary>The claims of <paramref name="token"/>, if the provider signed them for <paramref name="audience"/>.</summary>
    /// <param name="token">As it came.</param>
    /// <param name="audience">Whom it must be for.</param>
    /// <param name="ends">Whether it must say when it ends: every token does, signed claims need not.</param>
    /// <param name="cancellationToken">Ends the wait for the provider's keys.</param>
    public async Task<Checked<Claims>> JudgeAsync(string? token, string audience, bool ends, CancellationToken cancellationToken)
    {
        if (Read(token) is not { } read)
        {
            return OidcFault.Malformed;
        }

        // Chosen by us: a token does not say how it is to be believed (RFC 8725, section 3.1).
        if (read.Alg is not (SecurityAlgorithms.EcdsaSha256 or SecurityAlgorithms.RsaSha256) || read.Kid is not { Length: > 0 and <= 200 } kid)
        {
            return OidcFault.AlgorithmRefused;
        }

        var key = await keys.FindAsync(kid, cancellationToken);
        if (!key.Believed)
        {
            return key.Fault.Value;
        }

        var result = await Handler.ValidateTokenAsync(read, Parameters(key.Value, audience, ends));
        return result.IsValid ? ClaimsReading.Read(Base64UrlEncoder.Decode(read.EncodedPayload)) : FaultOf(result.Exception);
    }

    private static JsonWebToken? Read(string? token)
    {
        try
        {
            return token is { Length: > 0 and <= Longest } && token.Count(character => character == '.') == 2 ? Handler.ReadJsonWebToken(token) : null;
        }
        catch (Exception trouble) when (trouble is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private TokenValidationParameters Parameters(JsonWebKey key, string audience, bool ends) => new()
    {
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [key.Kty == JsonWebAlgorithmsKeyTypes.EllipticCurve ? SecurityAlgorithms.EcdsaSha256 : SecurityAlgorithms.RsaSha256],
        ValidIssuer = issuer,
        ValidAudience = audience,
        RequireSignedTokens = true,
        RequireExpirationTime = ends,
        LifetimeValidator = (from, until, _, _) => IsGood(from, until, ends),
    };

    private bool IsGood(DateTime? from, DateTime? until, bool ends)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return (until is { } end ? now < end + Skew : !ends) && (from is not { } start || start <= now + Skew);
    }

    private static OidcFault FaultOf(Exception? trouble) => trouble switch
    {
        SecurityTokenInvalidAlgorithmException => OidcFault.AlgorithmRefused,
        SecurityTokenInvalidIssuerException => OidcFault.IssuerWrong,
        SecurityTokenInvalidAudienceException => OidcFault.AudienceWrong,
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException => OidcFault.Expired,
        _ => OidcFault.SignatureWrong,
    };
}
