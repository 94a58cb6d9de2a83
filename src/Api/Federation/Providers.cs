using MonEspaceSante.Oidc;

namespace MonEspaceSante.Api.Federation;

/// <summary>The identity providers that the platform believes, each in its own matter.</summary>
/// <param name="citizens">The federation of citizens' identities; none where people only come by letter.</param>
/// <param name="professionals">Pro Santé Connect; none where professionals only come by certificate.</param>
internal sealed class Providers(Lazy<OidcClient>? citizens, Lazy<OidcClient>? professionals) : IDisposable
{
    /// <summary>Levels of the eIDAS regulation: substantial, and high. A lower one does not open health data.</summary>
    public static readonly string[] CitizenLevels = ["eidas2", "eidas3"];

    /// <summary>What Pro Santé Connect calls the CPS card and the e-CPS, and stronger ones.</summary>
    public static readonly string[] ProfessionalLevels = ["eidas1", "eidas2", "eidas3"];

    public static readonly string[] CitizenScopes =
        ["openid", "given_name", "family_name", "birthdate", "gender", "birthplace", "birthcountry"];

    public static readonly string[] ProfessionalScopes = ["openid", "scope_all"];

    public OidcClient? Citizens => citizens?.Value;

    public OidcClient? Professionals => professionals?.Value;

    public void Dispose()
    {
        foreach (var provider in new[] { citizens, professionals })
        {
            if (provider is { IsValueCreated: true })
            {
                provider.Value.Dispose();
            }
        }
    }
}
