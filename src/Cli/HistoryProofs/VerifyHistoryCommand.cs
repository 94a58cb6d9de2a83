using System.CommandLine;
using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Cli.HistoryProofs;

/// <summary><c>mes verify-history</c>: checks the file of a history proof, with nothing but the file.</summary>
internal static class VerifyHistoryCommand
{
    private static readonly Argument<FileInfo> File = new("file") { Description = "The history proof that the platform gave." };
    private static readonly Option<string?> Receipt =
        new("--receipt") { Description = "The twelve words of an earlier receipt: the history must still hold what it held then." };
    private static readonly Option<string?> Key =
        new("--key") { Description = "The platform's public key as you know it: 130 hexadecimal digits. Default: the one that the file names is told." };

    static VerifyHistoryCommand() => Key.Validators.Add(given =>
    {
        if (given.GetValueOrDefault<string?>() is { } text && (text.Length != 130 || !text.All(char.IsAsciiHexDigit)))
        {
            given.AddError("--key is 130 hexadecimal digits.");
        }
    });

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("verify-history", "Checks a history proof, in French and in English.") { File, Receipt, Key };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        var bytes = await System.IO.File.ReadAllBytesAsync(given.GetRequiredValue(File).FullName, cancellationToken);
        var key = given.GetValue(Key) is { } digits ? Convert.FromHexString(digits) : null;
        var verdict = HistoryVerifier.Verify(bytes, key, given.GetValue(Receipt));
        SayRight(verdict);
        if (verdict.Fault is { } fault)
        {
            Say.Fault($"{fault.French}");
            Say.Fault($"{fault.English}");
            return ExitCode.JournalDamaged;
        }

        var file = HistoryFileReader.Read(bytes).File!;
        Say.Line($"Clé / key: {Convert.ToHexStringLower(file.Key)}");
        Say.Line($"Reçu / receipt: {Storage.Proofs.Receipt.Of(ChainValue.Read(file.Head.Chain))}");
        return ExitCode.Done;
    }

    private static void SayRight(HistoryVerdict verdict)
    {
        Say.Line($"{verdict.Entries} entrées justes depuis la première. / {verdict.Entries} entries right, from the first.");
        if (verdict.Night is { } night)
        {
            Say.Line($"Signé la nuit du {night} jusqu’à l’entrée {verdict.NightEntry}. / Signed the night of {night} up to entry {verdict.NightEntry}.");
        }

        if (verdict.Receipt is { } receipt)
        {
            Say.Line($"Le reçu est celui de l’entrée {receipt}. / The receipt is that of entry {receipt}.");
        }
    }
}
