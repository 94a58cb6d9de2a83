using System.CommandLine;
using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Cli.OldRecords;

/// <summary><c>mes import-dmp</c>: moves the documents of old records into spaces.</summary>
internal static class ImportCommand
{
    private static readonly Argument<DirectoryInfo> Folder =
        new Argument<DirectoryInfo>("folder") { Description = "CDA documents, and index.csv which names them." }.AcceptExistingOnly();

    private static readonly Option<FileInfo?> Rejects =
        new("--rejects") { Description = "Where rejected lines go. Default: rejects.csv in the folder." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("import-dmp", "Moves the documents of old records into the spaces of their people.") { Folder, Rejects };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        var folder = given.GetRequiredValue(Folder).FullName;
        using var platform = PlatformData.Existing(given.GetRequiredValue(Shared.Data));
        var types = ReferenceData.Load(Path.Combine(AppContext.BaseDirectory, "reference")).Types;
        var import = new OldRecordImport(
            platform.Journals, new BlobVault(platform.Blobs), await platform.IdentityKeyAsync(cancellationToken), types, TimeProvider.System);
        var rejected = await import.RunAsync(folder, cancellationToken);
        Say.Line($"{import.Imported:N0} imported, {import.Known:N0} there already, {rejected.Count:N0} rejected.");
        if (rejected.Count == 0)
        {
            return ExitCode.Done;
        }

        var path = given.GetValue(Rejects)?.FullName ?? Path.Combine(folder, "rejects.csv");
        using var file = new RejectsFile(path, length: 0);
        file.Write(rejected.Select(line => new RejectedRow(new(line.Line, default), line.Reason)));
        Say.Line($"Rejected lines are in {path}.");
        return ExitCode.RowsRejected;
    }
}
