namespace MonEspaceSante.Oidc;

/// <summary>An OpenID Connect provider, and who we are to it.</summary>
/// <param name="Issuer">The provider's own name: an <c>https</c> address, compared character by character with what it signs.</param>
/// <param name="ClientId">Our name at the provider.</param>
/// <param name="ClientSecret">What we prove it with at the token endpoint (<c>client_secret_post</c>).</param>
/// <param name="RedirectUri">Where the provider sends the browser back to; registered there.</param>
/// <param name="Scopes">What we ask for; <c>openid</c> first.</param>
/// <param name="Levels">The levels of authentication that are strong enough (<c>acr</c>), the one asked for first.</param>
public sealed record ProviderSettings(
    Uri Issuer, string ClientId, string ClientSecret, Uri RedirectUri, IReadOnlyList<string> Scopes, IReadOnlyList<string> Levels)
{
    /// <summary>Where the provider describes itself, where that is not below its issuer (OpenID Connect Discovery, section 4).</summary>
    public Uri Discovery { get; init; } = new($"{Issuer?.OriginalString.TrimEnd('/')}/.well-known/openid-configuration");

    /// <summary>Where the provider sends the browser back to after sign-out, if anywhere; registered there.</summary>
    public Uri? SignedOutUri { get; init; }

    /// <summary>The audience of the access tokens that the provider issues for calls to us.</summary>
    public string Audience { get; init; } = ClientId;
}
