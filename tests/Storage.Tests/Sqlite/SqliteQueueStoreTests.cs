using MonEspaceSante.Storage.Queues;
using MonEspaceSante.Storage.Sqlite;
using MonEspaceSante.Storage.Tests.Contracts;

namespace MonEspaceSante.Storage.Tests.Sqlite;

public sealed class SqliteQueueStoreTests : QueueStoreContract, IDisposable
{
    private readonly DataFolder _folder = new();
    private SqliteStore _store;

    public SqliteQueueStoreTests() => _store = _folder.Open();

    protected override IQueueStore Store => _store;

    public void Dispose() => _folder.Dispose();

    protected override void Reopen()
    {
        _folder.Close(_store);
        _store = _folder.Open();
    }

    protected override Task PassAsync(TimeSpan time)
    {
        _folder.Clock.Advance(time);
        return Task.CompletedTask;
    }
}
