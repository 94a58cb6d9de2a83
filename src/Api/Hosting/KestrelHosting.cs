using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Hosting;

/// <summary>Opens the three listeners, with the limits of the security design (section 2.4).</summary>
public static class KestrelHosting
{
    /// <summary>Opens the listeners; TLS ends here (security design, rule 9).</summary>
    public static void AddListeners(this WebApplicationBuilder builder, ListenerOptions options, CertificateWithChain server)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimits.Largest;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 100;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));
            kestrel.Limits.Http2.MaxStreamsPerConnection = 100;

            var address = IPAddress.Parse(options.Address);
            kestrel.Listen(address, options.Citizens, listen => Secure(listen, Listener.Citizens, server));
            kestrel.Listen(address, options.Professionals, listen => Secure(listen, Listener.Professionals, server));
            kestrel.Listen(IPAddress.Loopback, options.Operations, listen => Mark(listen, Listener.Operations));
        });
    }

    private static void Secure(ListenOptions listen, Listener listener, CertificateWithChain server)
    {
        listen.UseHttps(https =>
        {
            https.ServerCertificate = server.Certificate;
            https.ServerCertificateChain = server.Chain;
            https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
            if (listener is Listener.Professionals)
            {
                // Asked for, proven by the handshake, and judged by the certificate judge: a refusal then has words instead of a TLS alert.
                https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                https.AllowAnyClientCertificate();

                // The handshake builds a chain before our judge does: it must fetch nothing that a stranger's certificate points to.
                https.OnAuthenticate = (_, tls) => tls.CertificateChainPolicy = new()
                {
                    DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck,
                };
            }
        });
        Mark(listen, listener);
    }

    private static void Mark(ListenOptions listen, Listener listener)
    {
        var feature = new ListenerFeature(listener);
        listen.Use(next => connection =>
        {
            connection.Features.Set(feature);
            return next(connection);
        });
    }
}
