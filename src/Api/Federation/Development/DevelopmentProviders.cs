using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using MonEspaceSante.Oidc;

namespace MonEspaceSante.Api.Federation.Development;

/// <summary>
/// The providers that stand in where none is configured. Only for fictive people: whoever opens their page is whoever they say.
/// </summary>
internal sealed class DevelopmentProviders
{
    private readonly Lazy<Uri> _platform;
    private readonly string _folder;

    public DevelopmentProviders(IServer server, string folder, TimeProvider time, Uri? federationReturn, Uri? proSanteConnectReturn)
    {
        _folder = folder;
        _platform = new(() => AddressOf(server));
        Federation = Provider(DevelopmentProviderKind.Federation, () => DevelopmentCitizens.Of(folder), time, federationReturn);
        ProSanteConnect = Provider(DevelopmentProviderKind.ProSanteConnect, () => DevelopmentProfessionals.All, time, proSanteConnectReturn);
    }

    public DevelopmentProvider Federation { get; }

    public DevelopmentProvider ProSanteConnect { get; }

    /// <summary>The platform as a client of <paramref name="provider"/>, over TLS like any other, trusting the development authority alone.</summary>
    public OidcClient Client(DevelopmentProvider provider, IReadOnlyList<string> scopes, IReadOnlyList<string> levels, TimeProvider time)
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.ImportFromPemFile(Path.Combine(_folder, "pki", "ca.pem"));
        var handler = new SocketsHttpHandler { UseProxy = false, SslOptions = { CertificateChainPolicy = trust } };
        var settings = new ProviderSettings(provider.Issuer, DevelopmentProvider.Platform, provider.Secret, provider.RedirectUri, scopes, levels);
        return new(settings, new(ProviderHttp.Client(handler)), time);
    }

    private DevelopmentProvider Provider(DevelopmentProviderKind kind, Func<IReadOnlyList<DevelopmentSubject>> people, TimeProvider time, Uri? comesBackTo) =>
        new(kind, () => _platform.Value, people, time, () => comesBackTo ?? new(_platform.Value, $"/dev/{kind.Name}/return"));

    // The citizens' listener is opened first (KestrelHosting); its port is known once it listens.
    private static Uri AddressOf(IServer server)
    {
        var listening = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return new($"https://localhost:{listening.Port}");
    }
}
