using System.Globalization;
using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Edge;

/// <summary>What so many bytes over mutual TLS cost without a platform: Kestrel with the same certificates, and content that is always in memory.</summary>
internal static class BareServer
{
    /// <summary>Serves <c>/100000</c>, as many bytes as the address says, on a free port, which it prints, until its input ends.</summary>
    public static async Task RunAsync(string pki)
    {
        using var authority = DevelopmentAuthority.Open(pki, TimeProvider.System);
        var server = authority.Load("server");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = server.Certificate;
            https.ServerCertificateChain = server.Chain;
            https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.AllowAnyClientCertificate();
            https.OnAuthenticate = (_, tls) => tls.CertificateChainPolicy = new() { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };
        })));
        builder.WebHost.UseKestrelHttpsConfiguration();

        await using var app = builder.Build();
        var content = Fictive.Content(Requests.DocumentLength);
        app.Run(context =>
        {
            var length = int.Parse(context.Request.Path.Value!.AsSpan(1), CultureInfo.InvariantCulture);
            context.Response.ContentType = "application/octet-stream";
            context.Response.ContentLength = length;
            return context.Response.Body.WriteAsync(content.AsMemory(0, length)).AsTask();
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }
}
