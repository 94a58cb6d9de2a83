namespace MonEspaceSante.Cli.Tests.Outbox;

public sealed class OutboxTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Mails_are_shown_newest_first_and_nothing_in_them_steers_the_terminal()
    {
        Write("old.txt", "first", new(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc));
        Write("new.eml", "Subject: second\r\n\r\n\u001b[31mred", new(2026, 1, 2, 8, 0, 0, DateTimeKind.Utc));
        Write("other.bin", "not a mail", new(2026, 1, 3, 8, 0, 0, DateTimeKind.Utc));

        var answer = await Mes.RunAsync("outbox", "--data", _folder.Data);

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(
            "--- new.eml, 2026-01-02 08:00:00 UTC\nSubject: second\n\n[31mred\n\n--- old.txt, 2026-01-01 08:00:00 UTC\nfirst\n\n",
            answer.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task An_outbox_that_was_never_written_is_empty() => Assert.Equal(new Mes.Answer(0, "", ""), await Mes.RunAsync("outbox", "--data", _folder.Data));

    private void Write(string name, string text, DateTime written)
    {
        var path = Path.Combine(_folder.Data, "outbox", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, written);
    }
}
