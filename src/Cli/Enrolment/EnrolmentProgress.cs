using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>Shows how far a run has come, on a terminal; elsewhere nothing but the summary is wanted.</summary>
internal static class EnrolmentProgress
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs <paramref name="work"/> under a bar that fills with the bytes whose rows are settled.</summary>
    public static async Task ShowAsync(EnrolmentRun run, long bytes, Func<Task> work)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected || !console.Profile.Capabilities.Interactive)
        {
            await work();
            return;
        }

        ProgressColumn[] columns = [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];
        await console.Progress().Columns(columns).StartAsync(async shown =>
        {
            var bar = shown.AddTask("Reading", maxValue: bytes);
            var clock = Stopwatch.StartNew();
            using var ticks = new PeriodicTimer(Rhythm);
            var working = work();
            while (!working.IsCompleted)
            {
                Show(run, bar, clock.Elapsed);
                await Task.WhenAny(working, ticks.WaitForNextTickAsync().AsTask());
            }

            Show(run, bar, clock.Elapsed);
            await working;
        });
    }

    private static void Show(EnrolmentRun run, ProgressTask bar, TimeSpan elapsed)
    {
        bar.Value = run.BytesSettled;
        bar.Description = string.Create(CultureInfo.InvariantCulture, $"{run.Tally.Rows:N0} people, {run.RowsOfThisRun / elapsed.TotalSeconds:N0}/s");
    }
}
