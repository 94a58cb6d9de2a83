using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>A request written byte by byte, for what clients are too polite to send.</summary>
public static class RawRequest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Sends <paramref name="lines"/> as the head of an HTTP/1.1 request, and reads until the connection closes.</summary>
    public static async Task<(int Status, string Text)> SendAsync(Uri address, SslClientAuthenticationOptions tls, params string[] lines)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(tls, patience.Token);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", [.. lines, "Connection: close", "", ""])), patience.Token);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(patience.Token);
        return (int.Parse(text.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture), text);
    }
}
