using MonEspaceSante.Cli.CommandLine;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Cli.Tests.HistoryProofs;

public sealed class CommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Proof => Path.Combine(_folder.Path, "proof.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Heads_are_signed_and_the_proof_of_the_night_is_verified_in_both_languages()
    {
        var (journal, head) = await WriteAsync();
        var signed = await Mes.RunAsync("sign-heads", "--data", _folder.Data);
        var again = await Mes.RunAsync("sign-heads", "--data", _folder.Data);
        await ProveAsync(journal, head);

        var verified = await Mes.RunAsync("verify-history", Proof);

        Assert.Equal((0, "1 heads signed in 1 shards; 0 journals at fault.\n"), (signed.ExitCode, signed.Output));
        Assert.Equal((0, "0 heads signed in 0 shards; 0 journals at fault.\n"), (again.ExitCode, again.Output));
        Assert.Equal((0, ""), (verified.ExitCode, verified.Error));
        Assert.Contains("2 entrées justes", verified.Output, StringComparison.Ordinal);
        Assert.Contains("up to entry 2", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_receipt_that_is_told_is_accepted_later_and_another_key_is_refused()
    {
        var (journal, head) = await WriteAsync();
        await ProveAsync(journal, head);
        var told = (await Mes.RunAsync("verify-history", Proof)).Output.Split('\n');
        var (receipt, key) = (After(told, "receipt: "), After(told, "key: "));

        var right = await Mes.RunAsync("verify-history", Proof, "--receipt", receipt, "--key", key);
        var wrong = await Mes.RunAsync("verify-history", Proof, "--key", "04" + new string('1', 128));
        var nonsense = await Mes.RunAsync("verify-history", Proof, "--key", "nonsense");

        Assert.Contains("that of entry 2", right.Output, StringComparison.Ordinal);
        Assert.Equal((3, 2), (wrong.ExitCode, wrong.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Contains("another key", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(1, nonsense.ExitCode);
    }

    private static string After(string[] lines, string mark) =>
        lines.Single(line => line.Contains(mark, StringComparison.Ordinal)).Split(mark)[1];

    private async Task<(JournalId, JournalHead)> WriteAsync()
    {
        Directory.CreateDirectory(_folder.Data);
        using var platform = new PlatformData(_folder.Data);
        var journal = await platform.Journals.OpenAsync(JournalId.Random(), 1, _ => { }, _ => { }, CancellationToken.None);
        await journal.AppendAsync(
            [
                new(EntryKind.Event, KeyClass.Data, 1, Guid.NewGuid(), "{}"u8.ToArray()),
                new(EntryKind.Event, KeyClass.Trace, 1, Guid.NewGuid(), "{\"event\":\"accessed\"}"u8.ToArray()),
            ],
            CancellationToken.None);
        return (journal.Id, journal.Head);
    }

    private async Task ProveAsync(JournalId journal, JournalHead head)
    {
        using var platform = new PlatformData(_folder.Data);
        using var signer = await platform.HeadSignerAsync(CancellationToken.None);
        await using var file = File.Create(Proof);
        await new Storage.Proofs.HistoryProofs(platform.Blobs, platform.Keys, signer)
            .WriteAsync(file, journal, head, new HashSet<long>(), CancellationToken.None);
    }
}
