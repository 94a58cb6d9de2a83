using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Sqlite;

namespace MonEspaceSante.Storage.Tests.Sqlite;

public sealed class GroupCommitTests : IDisposable
{
    private readonly DataFolder _folder = new();
    private readonly GroupCommit _writes;

    public GroupCommitTests() => _writes = new(Session.Open(Path.Combine(_folder.Path, "group.db"), "CREATE TABLE number (value INTEGER)"));

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Writes_that_wait_together_are_answered_each_with_its_own_result()
    {
        using var gate = Hold();
        var writes = Enumerable.Range(0, 10).Select(value => _writes.RunAsync(session => Insert(session, value), None)).ToArray();

        gate.Set();

        Assert.Equal(Enumerable.Range(0, 10), await Task.WhenAll(writes));
        Assert.Equal(10, await CountAsync());
    }

    [Fact]
    public async Task A_refused_write_fails_alone()
    {
        using var gate = Hold();
        var before = _writes.RunAsync(session => Insert(session, 1), None);
        var refused = _writes.RunAsync<int>(_ => throw new BlobConditionException("refused"), None);
        var after = _writes.RunAsync(session => Insert(session, 2), None);

        gate.Set();

        await Task.WhenAll(before, after);
        await Assert.ThrowsAsync<BlobConditionException>(() => refused);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task A_failure_of_the_database_fails_the_whole_group_and_the_next_group_works()
    {
        using var gate = Hold();
        var before = _writes.RunAsync(session => Insert(session, 1), None);
        var broken = _writes.RunAsync(session => Run(session, "INSERT INTO nowhere VALUES (1)"), None);
        var after = _writes.RunAsync(session => Insert(session, 2), None);

        gate.Set();

        foreach (var write in new[] { before, broken, after })
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(() => write);
        }

        Assert.Equal(0, await CountAsync());
        Assert.Equal(3, await _writes.RunAsync(session => Insert(session, 3), None));
    }

    [Fact]
    public async Task A_write_cancelled_before_its_turn_is_not_made()
    {
        using var cancellation = new CancellationTokenSource();
        using var gate = Hold();
        var write = _writes.RunAsync(session => Insert(session, 1), cancellation.Token);

        await cancellation.CancelAsync();
        gate.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        Assert.Equal(0, await CountAsync());
    }

    public void Dispose()
    {
        _writes.Dispose();
        _folder.Dispose();
    }

    /// <summary>Keeps the writer busy until the event is set, so that what is asked for meanwhile forms one group.</summary>
    private ManualResetEventSlim Hold()
    {
        var (held, gate) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        _ = _writes.RunAsync(
            _ =>
            {
                held.Set();
                gate.Wait();
                return true;
            },
            None);
        held.Wait();
        return gate;
    }

    private Task<long> CountAsync() => _writes.RunAsync(
        session =>
        {
            using var query = session.Query("SELECT count(*) FROM number");
            query.Next();
            return query.Number(0);
        },
        None);

    private static int Insert(Session session, int value)
    {
        using var insert = session.Query("INSERT INTO number VALUES (?1)");
        insert.Bind(1, value).Run();
        return value;
    }

    private static int Run(Session session, string sql)
    {
        session.Run(sql);
        return 0;
    }
}
