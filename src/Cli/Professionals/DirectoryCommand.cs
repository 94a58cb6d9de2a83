using System.CommandLine;
using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Professionals.Extract;
using MonEspaceSante.Professionals.Fictive;

namespace MonEspaceSante.Cli.Professionals;

/// <summary><c>mes directory</c>: makes a fictive extract of the national directory, and says what a platform would read of one.</summary>
internal static class DirectoryCommand
{
    private static readonly Argument<FileInfo> File = new("file") { Description = "The extract." };
    private static readonly Option<int> Lines = new("--lines") { Description = "How many lines.", Required = true };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed gives the same people.", DefaultValueFactory = _ => 1 };

    static DirectoryCommand() => Lines.Validators.Add(given =>
    {
        if (given.GetValueOrDefault<int>() is < 1 or > FictiveExtract.Most)
        {
            given.AddError($"--lines is 1 to {FictiveExtract.Most}.");
        }
    });

    /// <summary>The command and its subcommands.</summary>
    public static Command Create()
    {
        var generate = new Command("generate", "Writes an extract of people who do not exist.") { File, Lines, Seed };
        generate.SetAction(given =>
        {
            var (path, lines) = (given.GetRequiredValue(File).FullName, given.GetValue(Lines));
            using var output = new StreamWriter(path) { NewLine = "\n" };
            FictiveExtract.Write(output, lines, given.GetValue(Seed));
            Say.Line($"{lines:N0} lines are in {path}.");
        });
        var check = new Command("check", "Reads an extract as the platform would, and says what it would leave aside.") { File };
        check.SetAction(given => Check(given.GetRequiredValue(File)));
        return new Command("directory", "The directory of professionals.") { generate, check };
    }

    private static int Check(FileInfo file)
    {
        using var extract = file.OpenRead();
        ExtractLoader.Load(extract, out var report);
        Say.Line($"{report.Lines:N0} lines: {report.Practitioners:N0} professionals in {report.Structures:N0} structures.");
        if (report.LeftAside.IsEmpty)
        {
            return ExitCode.Done;
        }

        Say.Fault($"Left aside: {report.Faults()}.");
        return ExitCode.RowsRejected;
    }
}
