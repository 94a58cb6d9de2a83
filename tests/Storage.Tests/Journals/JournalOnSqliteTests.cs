using System.Text;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Tests.Sqlite;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>The journal on the adapter of the embedded default: what it believes of the store in memory is true of files too.</summary>
public sealed class JournalOnSqliteTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_journal_rolls_snapshots_and_survives_the_closing_of_its_store()
    {
        var (id, options) = (JournalId.Random(), new JournalOptions { MaxBlocks = 20 });
        var store = _folder.Open();
        var journals = new JournalStore(store, JournalWorld.KeysIn(store), _folder.Clock, options);
        var journal = await journals.OpenAsync(id, 1, _ => { }, _ => { }, CancellationToken.None);
        var stale = await journals.OpenAsync(id, 1, _ => { }, _ => { }, CancellationToken.None);
        for (var command = 1; command <= 100; command++)
        {
            await journal.AppendAsync([JournalWorld.Event($"{command}")], CancellationToken.None);
            if (command is 30 or 90)
            {
                Assert.True(await journal.SnapshotAsync(Encoding.UTF8.GetBytes($"{command}"), CancellationToken.None));
            }
        }

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => stale.AppendAsync([JournalWorld.Event("late")], CancellationToken.None));
        _folder.Close(store);
        store = _folder.Open();

        var (state, bodies) = ("", new List<string>());
        await new JournalStore(store, JournalWorld.KeysIn(store), _folder.Clock, options).OpenAsync(
            id, 1, restored => state = Encoding.UTF8.GetString(restored.Span), entry => bodies.Add(Encoding.UTF8.GetString(entry.Body.Span)), CancellationToken.None);
        var report = await new JournalVerifier(store, JournalWorld.KeysIn(store)).VerifyAsync(id, null, CancellationToken.None);

        Assert.Equal("90", state);
        Assert.Equal(Enumerable.Range(91, 10).Select(command => $"{command}"), bodies);
        Assert.Null(report.Fault);
        Assert.Equal((5, 104), (report.Segment, report.Head.Sequence));
    }
}
