using System.Net;
using System.Net.Http.Headers;

namespace MonEspaceSante.Oidc;

/// <summary>Calls to providers: five seconds and 64 KiB at most, no redirection, no cookie. Addresses come from settings and discovery, never from users.</summary>
/// <param name="client">Sends the requests; see <see cref="Client"/>.</param>
public sealed class ProviderHttp(HttpClient client)
{
    /// <summary>The longest answer that is read, in bytes.</summary>
    public const int LongestAnswer = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A client over <paramref name="handler"/> that keeps to the limits.</summary>
    public static HttpClient Client(SocketsHttpHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.AutomaticDecompression = DecompressionMethods.None;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(10);
        return new(handler) { Timeout = Patience, MaxResponseContentBufferSize = LongestAnswer };
    }

    internal Task<Checked<ProviderAnswer>> GetAsync(Uri address, string? accessToken, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accessToken is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        }

        return SendAsync(request, cancellationToken);
    }

    internal Task<Checked<ProviderAnswer>> PostAsync(Uri address, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) }, cancellationToken);

    private async Task<Checked<ProviderAnswer>> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var request = message;
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return new ProviderAnswer(response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsStringAsync(cancellationToken));
            }

            return (int)response.StatusCode is >= 400 and < 500 ? OidcFault.ProviderRefused : OidcFault.ProviderUnavailable;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or InvalidOperationException
            || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // No answer, one too long or too slow, or one in an encoding that nobody knows.
            return OidcFault.ProviderUnavailable;
        }
    }
}

internal sealed record ProviderAnswer(string MediaType, string Body);
