using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MonEspaceSante.Storage.Tests.Azure;

/// <summary>A storage service on the loopback that answers what a test tells it to, and remembers what it was asked.</summary>
public sealed class ScriptedService : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<string, string?> _answer;

    /// <summary>Starts it.</summary>
    /// <param name="answer">Given the head of a request: the whole answer, empty to hang up, or null to let the caller wait.</param>
    public ScriptedService(Func<string, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The heads of the requests, without those that make containers and queues.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public string ConnectionString
    {
        get
        {
            var address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/account";
            return $"AccountName=account;AccountKey={Convert.ToBase64String(new byte[32])};BlobEndpoint={address};QueueEndpoint={address}";
        }
    }

    public static string Answer(int status, string? code = null, string headers = "") =>
        $"HTTP/1.1 {status} Scripted\r\n{(code is null ? "" : $"x-ms-error-code: {code}\r\n")}{headers}Content-Length: 0\r\n\r\n";

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var reader = new StreamReader(client.GetStream(), Encoding.Latin1))
        {
            while (await ReadHeadAsync(reader) is { Length: > 0 } head)
            {
                var isSetUp = head.Contains("restype=container", StringComparison.Ordinal);
                if (!isSetUp)
                {
                    Requests.Enqueue(head);
                }

                if ((isSetUp ? Answer(201) : _answer(head)) is { } answer)
                {
                    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
                    if (answer.Length is 0 || answer.Contains("Connection: close", StringComparison.Ordinal))
                    {
                        return;
                    }
                }
            }
        }
    }

    private static async Task<string> ReadHeadAsync(StreamReader reader)
    {
        var head = new StringBuilder();
        var length = 0;
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            head.AppendLine(line);
            length = line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase) ? int.Parse(line.AsSpan(15), CultureInfo.InvariantCulture) : length;
        }

        if (length > 0)
        {
            await reader.ReadBlockAsync(new char[length]);
        }

        return head.ToString();
    }
}
