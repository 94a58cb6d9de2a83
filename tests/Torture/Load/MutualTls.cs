using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace MonEspaceSante.Torture.Load;

/// <summary>HTTP as the field's software speaks it: the authority's certificates trusted and no others, one's own presented.</summary>
internal static class MutualTls
{
    // Longer than the platform's own deadlines, on a busy machine too: it is the platform that gives up.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>A client of <paramref name="address"/> that presents the certificate <paramref name="name"/>, if any.</summary>
    public static HttpClient Client(Uri address, string pki, string? name)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(Path.Combine(pki, "ca.pem"));
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.AddRange(authorities);
        var tls = new SslClientAuthenticationOptions { CertificateChainPolicy = trust };
        if (name is not null)
        {
            using var pem = X509Certificate2.CreateFromPemFile(Path.Combine(pki, name + ".pem"), Path.Combine(pki, name + ".key"));
            var own = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
            tls.ClientCertificateContext = SslStreamCertificateContext.Create(own, authorities, offline: true);
        }

        return new(new SocketsHttpHandler { SslOptions = tls, UseProxy = false, UseCookies = false }) { BaseAddress = address, Timeout = Patience };
    }
}
