namespace MonEspaceSante.Oidc;

/// <summary>Where a provider's doors are, as it says itself (OpenID Connect Discovery 1.0, section 3).</summary>
internal sealed record ProviderMetadata(Uri Authorization, Uri Token, Uri UserInfo, Uri Keys, Uri? EndSession)
{
    /// <summary>Reads what <paramref name="settings"/>' provider says of itself; it must name itself as we do, and have every door over TLS.</summary>
    public static Checked<ProviderMetadata> Read(string text, ProviderSettings settings)
    {
        var read = ClaimsReading.Read(text);
        if (!read.Believed)
        {
            return OidcFault.ProviderUnavailable;
        }

        var claims = read.Value;
        if (claims.Text("issuer") != settings.Issuer.OriginalString)
        {
            return OidcFault.IssuerWrong;
        }

        return claims.Address("authorization_endpoint") is { } authorization && claims.Address("token_endpoint") is { } token
            && claims.Address("userinfo_endpoint") is { } userInfo && claims.Address("jwks_uri") is { } keys
            ? new ProviderMetadata(authorization, token, userInfo, keys, claims.Address("end_session_endpoint"))
            : OidcFault.ProviderUnavailable;
    }
}
