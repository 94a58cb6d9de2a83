using System.CommandLine;
using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Verification;

/// <summary><c>mes verify</c>: reads journals from their first byte to their last and names those that are damaged.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string?> Journal =
        new("--journal") { Description = "The identity of one journal: 32 hexadecimal digits. Default: all of them." };
    private static readonly Option<bool> WithKeys =
        new("--with-keys") { Description = "Opens each body and compares it with its digest, too." };

    static VerifyCommand() => Journal.Validators.Add(given =>
    {
        if (given.GetValueOrDefault<string?>() is { } text && !JournalId.TryParse(text, out _))
        {
            given.AddError("--journal is 32 lower-case hexadecimal digits.");
        }
    });

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("verify", "Checks the journals of the store.") { Journal, WithKeys };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        using var platform = PlatformData.Existing(given.GetRequiredValue(Shared.Data));
        var verifier = new StoreVerifier(platform, given.GetValue(WithKeys));
        return given.GetValue(Journal) is { } journal
            ? await VerifyOneAsync(verifier, JournalId.Parse(journal), cancellationToken)
            : await VerifyAllAsync(verifier, cancellationToken);
    }

    private static async Task<int> VerifyOneAsync(StoreVerifier verifier, JournalId journal, CancellationToken cancellationToken)
    {
        var report = await verifier.VerifyAsync(journal, cancellationToken);
        Say.Line($"{report.Head.Sequence:N0} entries right, {report.Erased:N0} of them erased, up to segment {report.Segment}, byte {report.Position}.");
        Say.Line($"Chain: {report.Head.Chain}");
        if (report.Fault is not { } fault)
        {
            return ExitCode.Done;
        }

        SayDamaged(journal, fault);
        return ExitCode.JournalDamaged;
    }

    private static async Task<int> VerifyAllAsync(StoreVerifier verifier, CancellationToken cancellationToken)
    {
        var tally = await verifier.VerifyAllAsync(SayDamaged, cancellationToken);
        Say.Line($"{tally.Journals:N0} journals, {tally.Entries:N0} entries right, {tally.Erased:N0} of them erased; {tally.Damaged:N0} journals damaged.");
        return tally.Damaged == 0 ? ExitCode.Done : ExitCode.JournalDamaged;
    }

    private static void SayDamaged(JournalId journal, JournalFault fault) =>
        Say.Fault($"Journal {journal} is damaged: segment {fault.Segment}, byte {fault.Position}: {fault.Reason}.");
}
