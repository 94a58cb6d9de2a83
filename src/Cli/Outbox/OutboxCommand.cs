using System.CommandLine;
using MonEspaceSante.Cli.CommandLine;

namespace MonEspaceSante.Cli.Outbox;

/// <summary><c>mes outbox</c>: shows the mails that the platform wrote instead of sending them.</summary>
internal static class OutboxCommand
{
    private static readonly string[] Extensions = [".eml", ".txt"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("outbox", "Shows the mails written to the outbox folder of the data, newest first.");
        command.SetAction(given =>
        {
            foreach (var mail in Mails(Path.Combine(given.GetRequiredValue(Shared.Data), "outbox")))
            {
                Say.Line($"--- {mail.Name}, {mail.LastWriteTimeUtc:yyyy-MM-dd HH:mm:ss} UTC");
                Say.Line($"{Printable(File.ReadAllText(mail.FullName))}");
            }
        });
        return command;
    }

    private static IEnumerable<FileInfo> Mails(string folder) =>
        new DirectoryInfo(folder) is { Exists: true } outbox
            ? outbox.EnumerateFiles()
                .Where(file => Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
                .OrderByDescending(file => file.LastWriteTimeUtc)
                .ThenByDescending(file => file.Name, StringComparer.Ordinal)
            : [];

    /// <summary>A mail may quote what a stranger wrote: no control character of it reaches the terminal.</summary>
    private static string Printable(string text) =>
        string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t')).TrimEnd() + "\n";
}
