using System.Diagnostics;
using System.Globalization;

namespace MonEspaceSante.Torture.Platform;

/// <summary>The platform as an operator runs it: its own process, on a folder that outlives it.</summary>
internal sealed class PlatformProcess : IDisposable
{
    /// <summary>A platform that is told to stop answers what it is at and is gone before this.</summary>
    public static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StreamWriter _output;

    private PlatformProcess(string folder, int citizens, int professionals, int operations)
    {
        (Citizens, Professionals) = (new($"https://127.0.0.1:{citizens}/"), new($"https://127.0.0.1:{professionals}/"));
        _output = new(Path.Combine(folder, "..", "platform.log"), append: true) { AutoFlush = true };
        _process = new()
        {
            StartInfo = new("dotnet", [
                Assembly(), $"--Storage:Folder={folder}", "--Demo=true",
                Port("Citizens", citizens), Port("Professionals", professionals), Port("Operations", operations)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetDirectoryName(Assembly()),
            },
            EnableRaisingEvents = true,
        };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException("The platform ended before it was ready."));
    }

    /// <summary>Where people come in.</summary>
    public Uri Citizens { get; }

    /// <summary>Where professionals come in, with a certificate.</summary>
    public Uri Professionals { get; }

    /// <summary>Starts the platform on <paramref name="folder"/> and waits until it says that it runs.</summary>
    public static async Task<PlatformProcess> StartAsync(string folder)
    {
        var ports = FreePorts.Find(3);
        var platform = new PlatformProcess(folder, ports[0], ports[1], ports[2]);
        platform._process.Start();
        platform._process.BeginOutputReadLine();
        platform._process.BeginErrorReadLine();
        try
        {
            await platform._ready.Task.WaitAsync(StartLimit);
            return platform;
        }
        catch
        {
            platform.Dispose();
            throw;
        }
    }

    /// <summary>SIGKILL: nothing runs any more, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as an orchestrator stops a process; answers what is wrong with how it ended, if anything is.</summary>
    public async Task<string?> TerminateAsync()
    {
        using (var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await signal.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(DrainLimit);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return _process.ExitCode == 0 ? null : $"exit code {_process.ExitCode}";
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
            return $"still there after {DrainLimit.TotalSeconds:F0} s";
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _output.Dispose();
    }

    // Built beside this program, in the same configuration.
    private static string Assembly()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(here.Parent!.Parent!.FullName, "Api", here.Name, "MonEspaceSante.Api.dll");
    }

    private static string Port(string listener, int port) => string.Create(CultureInfo.InvariantCulture, $"--Listeners:{listener}={port}");

    private void Heard(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.WriteLine(line);
        }

        // The last line of the banner: listening, and the fictive people are enrolled.
        if (line.Contains("Ctrl-C", StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
