using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MonEspaceSante.Storage.Tests.Azure;

/// <summary>
/// The emulator of Azure Storage, run for the time of the tests on free ports of the loopback, in a folder of its own.
/// Found at the path in the variable AZURITE, or in node_modules at the root of the repository (<c>npm ci</c>).
/// </summary>
public sealed partial class Azurite : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"mes-azurite-{Guid.NewGuid():N}");
    private readonly Dictionary<string, string> _addresses = [];
    private Process? _process;
    private string _absence = "";

    /// <summary>How to reach it.</summary>
    /// <exception cref="SkipException">The machine has none.</exception>
    public string ConnectionString
    {
        get
        {
            Skip.If(_absence.Length > 0, _absence);

            // The emulator's account and key are the same everywhere, published with it: no secret.
            return "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
                + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
                + $"BlobEndpoint={_addresses["Blob"]}/devstoreaccount1;QueueEndpoint={_addresses["Queue"]}/devstoreaccount1;";
        }
    }

    public async Task InitializeAsync()
    {
        if (Find() is not { } program)
        {
            _absence = "Azurite is not installed: run npm ci at the root, or set AZURITE to its path.";
            return;
        }

        Directory.CreateDirectory(_folder);
        string[] arguments =
        [
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            "--location", _folder, "--skipApiVersionCheck", "--disableTelemetry",
        ];
        _process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        await ReadAddressesAsync(_process.StandardOutput).WaitAsync(TimeSpan.FromSeconds(60));

        // From here on nobody needs what it prints, but somebody must read it.
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    public async Task DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        if (!_process.HasExited)
        {
            // SIGTERM, and to this very process: it saves its index when it is asked to end.
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await kill.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("AZURITE") is { Length: > 0 } path)
        {
            return path;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "node_modules", ".bin", "azurite");
            if (File.Exists(candidate) && !OperatingSystem.IsWindows())
            {
                return candidate;
            }
        }

        return null;
    }

    private async Task ReadAddressesAsync(StreamReader output)
    {
        while (_addresses.Count < 2)
        {
            var line = await output.ReadLineAsync() ?? throw new InvalidOperationException("Azurite ended before it listened.");
            if (Listening().Match(line) is { Success: true } match && match.Groups["service"].Value is "Blob" or "Queue")
            {
                _addresses[match.Groups["service"].Value] = match.Groups["address"].Value;
            }
        }
    }

    [GeneratedRegex("Azurite (?<service>\\w+) service (is|successfully) .*listen.* at (?<address>http://[0-9.:]+)")]
    private static partial Regex Listening();
}
