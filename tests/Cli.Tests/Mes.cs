using System.Diagnostics;

namespace MonEspaceSante.Cli.Tests;

/// <summary>The command itself, in a process of its own.</summary>
public static class Mes
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public sealed record Answer(int ExitCode, string Output, string Error);

    public static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "mes.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    public static async Task<Answer> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill();
        }
    }
}
