using MonEspaceSante.Oidc;

namespace MonEspaceSante.Api.Federation;

/// <summary>
/// An identity provider that others run (configuration sections <c>Federation</c>, for citizens, and <c>ProSanteConnect</c>). Without an issuer,
/// the development provider stands in where it is on, and else nobody signs in that way.
/// </summary>
public sealed record ProviderOptions
{
    /// <summary>The section of the federation of citizens' identities.</summary>
    public const string Federation = "Federation";

    /// <summary>The section of Pro Santé Connect.</summary>
    public const string ProSanteConnect = "ProSanteConnect";

    /// <summary>The provider's own name, an <c>https</c> address, as it writes it.</summary>
    public Uri? Issuer { get; init; }

    /// <summary>Where the provider describes itself, where that is not below its issuer.</summary>
    public Uri? Discovery { get; init; }

    /// <summary>Our name at the provider.</summary>
    public string? ClientId { get; init; }

    /// <summary>The file that holds our secret at the provider, and nothing else: secrets stand in no settings (security design, rule 35).</summary>
    public string? ClientSecretFile { get; init; }

    /// <summary>Where the provider sends browsers back to: a page of the portal, registered there.</summary>
    public Uri? RedirectUri { get; init; }

    /// <summary>Where the provider sends browsers back to after sign-out, if anywhere; registered there.</summary>
    public Uri? SignedOutUri { get; init; }

    /// <summary>The audience of access tokens that software exchanges here; our client identifier unless the provider names another.</summary>
    public string? Audience { get; init; }

    /// <summary>The settings for the client; the platform refuses to start on a set that is not whole.</summary>
    /// <param name="section">The section, for who must mend it.</param>
    /// <param name="scopes">What is asked for.</param>
    /// <param name="levels">The levels that are strong enough, the one asked for first.</param>
    /// <exception cref="InvalidOperationException">Something is missing or not over TLS; every fault is named.</exception>
    public ProviderSettings Settings(string section, IReadOnlyList<string> scopes, IReadOnlyList<string> levels)
    {
        string[] faults =
        [
            .. Issuer?.Scheme == Uri.UriSchemeHttps ? [] : new[] { "Issuer is an https address" },
            .. RedirectUri?.Scheme == Uri.UriSchemeHttps ? [] : new[] { "RedirectUri is an https address" },
            .. Discovery is null || Discovery.Scheme == Uri.UriSchemeHttps ? [] : new[] { "Discovery is an https address" },
            .. ClientId is { Length: > 0 } ? [] : new[] { "ClientId is our name at the provider" },
            .. File.Exists(ClientSecretFile) ? [] : new[] { "ClientSecretFile is a file that exists" },
        ];
        if (faults.Length > 0)
        {
            throw new InvalidOperationException($"The settings {section} are not whole: {string.Join("; ", faults)}.");
        }

        var settings = new ProviderSettings(Issuer!, ClientId!, File.ReadAllText(ClientSecretFile!).Trim(), RedirectUri!, scopes, levels)
        {
            Audience = Audience ?? ClientId!, SignedOutUri = SignedOutUri,
        };
        return Discovery is null ? settings : settings with { Discovery = Discovery };
    }
}
