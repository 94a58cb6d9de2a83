using System.CommandLine;
using System.Diagnostics;
using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary><c>mes enrol</c>: takes a file of people in.</summary>
internal static class EnrolCommand
{
    private static readonly Argument<FileInfo> People =
        new Argument<FileInfo>("people") { Description = "File of people in UTF-8: CSV with a header, or one JSON object to a line." }.AcceptExistingOnly();

    private static readonly Option<FileInfo?> Rejects =
        new("--rejects") { Description = "Where rejected rows go. Default: beside the file of people, named .rejects.csv." };

    private static readonly Option<string?> InformedAt =
        new("--informed-at") { Description = "When the information letter was sent, for rows that do not say: 2026-03-01, or with a time and its offset." };

    private static readonly Option<FileInfo?> Checkpoint =
        new("--checkpoint") { Description = "Remembers finished batches, so that a run begun again skips them." };

    static EnrolCommand() => InformedAt.Validators.Add(given =>
    {
        if (!InsurerLine.TryReadInstant(given.GetValueOrDefault<string?>(), out _))
        {
            given.AddError(IdentityRefusals.InformedAtInvalid.English);
        }
    });

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("enrol", "Enrols the people of a file; who is enrolled already stays who they are.") { People, Rejects, InformedAt, Checkpoint };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        InsurerLine.TryReadInstant(given.GetValue(InformedAt), out var informedAt);
        var path = given.GetRequiredValue(People).FullName;
        using var people = new PeopleFile(path);
        var checkpoint = given.GetValue(Checkpoint) is { } file ? new CheckpointFile(file.FullName) : null;
        var rejects = given.GetValue(Rejects)?.FullName ?? path + ".rejects.csv";
        var run = new EnrolmentRun(people, rejects, checkpoint, given.GetRequiredValue(Shared.Data), informedAt);

        var clock = Stopwatch.StartNew();
        var interrupted = false;
        await EnrolmentProgress.ShowAsync(run, people.Length, async () =>
        {
            try
            {
                await run.RunAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                interrupted = true;
            }
        });

        Summarise(run, clock.Elapsed, interrupted);
        return interrupted ? ExitCode.Interrupted : run.Tally.Rejected > 0 ? ExitCode.RowsRejected : ExitCode.Done;
    }

    private static void Summarise(EnrolmentRun run, TimeSpan elapsed, bool interrupted)
    {
        var tally = run.Tally;
        Say.Line($"{tally.Enrolled:N0} enrolled, {tally.Updated:N0} updated, {tally.Unchanged:N0} unchanged, {tally.Rejected:N0} rejected.");
        Say.Line($"{run.RowsOfThisRun:N0} rows in {elapsed.TotalSeconds:N1} s: {run.RowsOfThisRun / elapsed.TotalSeconds:N0} a second.");
        if (interrupted)
        {
            Say.Line($"Interrupted. Give the same command again: nobody is enrolled twice.");
        }
        else if (tally.Rejected > 0)
        {
            Say.Line($"Rejected rows are in {run.RejectsPath}.");
        }
    }
}
