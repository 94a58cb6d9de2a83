using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MonEspaceSante.Edge;

/// <summary>A server in a process of its own, on the first core; the bench itself keeps to the second.</summary>
internal sealed class PinnedServer : IAsyncDisposable
{
    private const string ServerCore = "0";
    private const string OwnCore = "1";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private PinnedServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Processor time that it has used so far.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Moves every thread of this process to the second core.</summary>
    public static async Task StepAsideAsync()
    {
        using var moving = Process.Start(new ProcessStartInfo("taskset", ["-a", "-c", "-p", OwnCore, $"{Environment.ProcessId}"]) { RedirectStandardOutput = true })!;
        await moving.WaitForExitAsync();
    }

    /// <summary>The bare endpoint.</summary>
    public static async Task<PinnedServer> StartBareAsync(string pki)
    {
        var process = Start(typeof(BareServer).Assembly.Location, "bare", pki);
        return new(process, new(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bare endpoint did not start.")));
    }

    /// <summary>The platform over <paramref name="folder"/>: its professionals' listener.</summary>
    public static async Task<PinnedServer> StartPlatformAsync(string folder)
    {
        var (citizens, professionals, operations) = (FreePort(), FreePort(), FreePort());
        var process = Start(
            typeof(Api.Hosting.Platform).Assembly.Location, "--Demo=false", $"--Storage:Folder={folder}", $"--Listeners:Citizens={citizens}",
            $"--Listeners:Professionals={professionals}", $"--Listeners:Operations={operations}");
        var server = new PinnedServer(process, new($"https://localhost:{professionals}"));
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(Patience);
        while (!await IsReadyAsync(client, operations, patience.Token))
        {
            await Task.Delay(100, patience.Token);
        }

        // Whatever it says is read, or its pipe fills up.
        process.OutputDataReceived += (_, line) => { };
        process.BeginOutputReadLine();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(string assembly, params string[] arguments) => Process.Start(
        new ProcessStartInfo("taskset", ["-c", ServerCore, "dotnet", assembly, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;

    private static async Task<bool> IsReadyAsync(HttpClient client, int port, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
