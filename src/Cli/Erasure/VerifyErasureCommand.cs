using System.CommandLine;
using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Storage.Erasure;

namespace MonEspaceSante.Cli.Erasure;

/// <summary><c>mes verify-erasure</c>: checks a certificate of erasure against the store that it was given for.</summary>
internal static class VerifyErasureCommand
{
    private static readonly Argument<FileInfo> File = new("file") { Description = "The certificate, as JSON." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("verify-erasure", "Checks a certificate of erasure: its signature, the journals, the keys, what is left.") { File };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        using var platform = PlatformData.Existing(given.GetRequiredValue(Shared.Data));
        using var signer = await platform.HeadSignerAsync(cancellationToken);
        var certificate = ErasureCertificate.Read(await System.IO.File.ReadAllBytesAsync(given.GetRequiredValue(File).FullName, cancellationToken));
        var faults = await new ErasureVerifier(platform.Blobs, platform.Keys).FaultsAsync(certificate, signer.PublicKey, cancellationToken);
        foreach (var fault in faults)
        {
            Say.Fault($"{fault}");
        }

        if (faults.Count > 0)
        {
            return ExitCode.JournalDamaged;
        }

        Say.Line($"Certificate {certificate.Number} holds: {certificate.Journals.Count:N0} journals unchanged and unreadable, no document and no snapshot left.");
        Say.Line($"Backups of keys are gone by {certificate.ErasedAt + ErasureCertificate.KeyBackups:yyyy-MM-dd}.");
        return ExitCode.Done;
    }
}
