using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Judgement;

namespace MonEspaceSante.Pki.Tests;

/// <summary>The files as a TLS server and its clients use them, over the loopback.</summary>
public sealed class TlsTests(OpenedAuthority opened) : IClassFixture<OpenedAuthority>
{
    private Verdict? _verdict;

    [Fact]
    public async Task A_doctor_signs_in_by_mutual_TLS()
    {
        await SignIn("gp");

        var accepted = Assert.IsType<Verdict.Accepted>(_verdict);
        Assert.Equal("99700900113", Assert.IsType<CertifiedProfessional>(accepted.Identity).Rpps);
    }

    [Fact]
    public async Task A_revoked_doctor_does_not_get_in()
    {
        await Assert.ThrowsAsync<AuthenticationException>(() => SignIn("bad/revoked"));

        Assert.Equal(CertificateRefusals.Revoked, Assert.IsType<Verdict.Refused>(_verdict).Reason);
    }

    private async Task SignIn(string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var outgoing = new TcpClient();
        var connecting = outgoing.ConnectAsync((IPEndPoint)listener.LocalEndpoint, limit.Token);
        using var incoming = await listener.AcceptTcpClientAsync(limit.Token);
        await connecting;

        using var server = new SslStream(incoming.GetStream());
        using var client = new SslStream(outgoing.GetStream());
        await Task.WhenAll(
            server.AuthenticateAsServerAsync(ServerOptions(), limit.Token),
            client.AuthenticateAsClientAsync(ClientOptions(name), limit.Token));
    }

    private SslServerAuthenticationOptions ServerOptions()
    {
        var (certificate, chain) = opened.Authority.Load("server");
        return new()
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, chain, offline: true),
            ClientCertificateRequired = true,
            RemoteCertificateValidationCallback = (_, presented, presentedChain, _) =>
            {
                _verdict = opened.Judge.Judge((X509Certificate2)presented!, [.. presentedChain!.ChainPolicy.ExtraStore], opened.Clock.Now);
                return _verdict is Verdict.Accepted;
            },
        };
    }

    private SslClientAuthenticationOptions ClientOptions(string name)
    {
        var (certificate, chain) = opened.Authority.Load(name);
        var published = new X509Certificate2Collection();
        published.ImportFromPemFile(Path.Combine(opened.Folder, "ca.pem"));
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            VerificationTime = opened.Clock.Now.UtcDateTime,
        };
        policy.CustomTrustStore.AddRange(published);
        return new()
        {
            TargetHost = "localhost",
            ClientCertificateContext = SslStreamCertificateContext.Create(certificate, chain, offline: true),
            CertificateChainPolicy = policy,
        };
    }
}
