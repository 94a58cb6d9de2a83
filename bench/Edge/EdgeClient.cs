using System.Buffers;
using System.Net.Http.Headers;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Edge;

/// <summary>A client with a certificate, which keeps its connections.</summary>
internal sealed class EdgeClient : IDisposable
{
    private readonly HttpClient _http;

    public EdgeClient(string pki, string certificate)
    {
        using var authority = DevelopmentAuthority.Open(pki, TimeProvider.System);
        var handler = new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false };
        handler.SslOptions.ClientCertificates = [authority.Load(certificate).Certificate];

        // The bench measures requests; the server is its own child on the loopback address.
#pragma warning disable CA5359
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        _http = new HttpClient(handler);
    }

    /// <summary>Reads <paramref name="address"/> to its end and answers how many bytes came.</summary>
    public async Task<long> ReadAsync(Uri address)
    {
        using var answer = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        return await DrainAsync(answer);
    }

    /// <summary>Reads <paramref name="address"/> to its end, whatever it answers.</summary>
    public async Task TryAsync(Uri address)
    {
        using var answer = await _http.GetAsync(address);
        await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Sends a FHIR resource and reads the answer.</summary>
    public async Task SendAsync(Uri address, byte[] resource)
    {
        using var content = new ByteArrayContent(resource);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        using var answer = await _http.PostAsync(address, content);
        await DrainAsync(answer);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<long> DrainAsync(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        await using var body = await answer.Content.ReadAsStreamAsync();
        var buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);
        var (total, read) = (0L, 0);
        while ((read = await body.ReadAsync(buffer)) > 0)
        {
            total += read;
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return total;
    }
}
