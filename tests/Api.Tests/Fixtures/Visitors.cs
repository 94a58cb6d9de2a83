using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>Who comes to the platform: over TLS, judging its certificate by <c>ca.pem</c> alone, with a certificate or a token of their own.</summary>
public sealed class Visitors(string pki, Uri citizens, Uri professionals, Uri operations) : IDisposable
{
    private readonly ConcurrentDictionary<string, HttpClient> _clients = new();
    private readonly X509Certificate2Collection _trusted = ReadPem(Path.Combine(pki, "ca.pem"));

    public Uri Citizens => citizens;

    public Uri Professionals => professionals;

    public Uri Operations => operations;

    /// <summary>Somebody on the citizens' listener; nobody in particular without <paramref name="token"/>.</summary>
    public Visitor Citizen(string? token = null) => new(_clients.GetOrAdd("", _ => Client(null, citizens)), token);

    /// <summary>The holder of the certificate <paramref name="name"/> (<c>gp</c>, <c>bad/expired</c>…) on the professionals' listener.</summary>
    public Visitor Professional(string name) => new(_clients.GetOrAdd(name, file => Client(file, professionals)));

    /// <summary>The professionals' listener, without a certificate.</summary>
    public Visitor Stranger() => new(_clients.GetOrAdd("stranger", _ => Client(null, professionals)));

    /// <summary>The operations' listener.</summary>
    public Visitor Operator() => new(_clients.GetOrAdd("operator", _ => Client(null, operations)));

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }

    /// <summary>TLS as every visitor speaks it.</summary>
    public SslClientAuthenticationOptions Tls(string? certificate)
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck },
        };
        options.CertificateChainPolicy.CustomTrustStore.AddRange(_trusted);
        if (certificate is not null)
        {
            var leaf = X509Certificate2.CreateFromPemFile(Path.Combine(pki, certificate + ".pem"), Path.Combine(pki, certificate + ".key"));
            options.ClientCertificateContext = SslStreamCertificateContext.Create(leaf, null, offline: true);
        }

        return options;
    }

    private HttpClient Client(string? certificate, Uri address)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
        if (address.Scheme == Uri.UriSchemeHttps)
        {
            handler.SslOptions = Tls(certificate);
        }

        return new(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    private static X509Certificate2Collection ReadPem(string file)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(file);
        return certificates;
    }
}

/// <summary>One visitor: sends requests, reads answers whole.</summary>
public sealed class Visitor(HttpClient client, string? token = null)
{
    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, string json, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, Json(path, json), headers);

    public Task<Answer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, Json(path, json));

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    /// <summary>Sends a request whose answer does not end: comes back once its headers are there.</summary>
    public async Task<HttpResponseMessage> FollowAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, null, headers);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, content, headers);
        using var response = await client.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    private HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
        {
            request.Headers.Add("Authorization", "Bearer " + token);
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return request;
    }

    public static StringContent Json(string path, string json) =>
        new(json, System.Text.Encoding.UTF8, path.StartsWith("/fhir", StringComparison.Ordinal) ? "application/fhir+json" : "application/json");
}
