using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Sqlite;

/// <summary>
/// Blobs and queues on one machine: a SQLite database in a folder, and large chunks as files beside it. What an answered call wrote survives
/// the loss of power. Several processes may use one folder at the same time.
/// </summary>
/// <remarks>
/// Writes go through one thread with group commit; reads run on the caller's thread and never wait for a writer.
/// Staged chunks belong to the instance that staged them.
/// </remarks>
public sealed partial class SqliteStore : IBlobStore, IDisposable
{
    // A chunk in the database is written twice (log, then table), and by the one writer: larger ones are files, which are read faster too (bench/Storage).
    private const int LargestChunkInDatabase = 32 * 1024;

    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly SessionPool _reads;
    private readonly GroupCommit _writes;
    private readonly ChunkFiles _files;
    private readonly StagedChunks _staged;
    private bool _disposed;

    /// <summary>Opens the store in <paramref name="folder"/>, which is made if need be.</summary>
    /// <param name="folder">Holds <c>store.db</c> and <c>documents/</c>. Must be on a local disk: SQLite's log does not work over a network.</param>
    /// <param name="clock">Says when a queued message becomes visible.</param>
    /// <exception cref="StorageUnavailableException">The database does not open, or is of a later version.</exception>
    public SqliteStore(string folder, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(clock);
        Directory.CreateDirectory(folder);
        _path = Path.Combine(folder, "store.db");
        _clock = clock;
        _files = new(folder, clock);
        _staged = new(clock);
        _reads = new(_path);
        _writes = new(OpenWriter(_path));
    }

    /// <inheritdoc/>
    public Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken) =>
        _writes.RunAsync(session => BlobRows.Create(session, name), cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        BlobLimits.CheckBlock(position, block);
        return _writes.RunAsync(session => BlobRows.Append(session, name, position, block.Span), cancellationToken);
    }

    /// <inheritdoc/>
    public Task SealAsync(BlobName name, CancellationToken cancellationToken) =>
        _writes.RunAsync(session => BlobRows.Seal(session, name), cancellationToken);

    /// <inheritdoc/>
    public async Task StageAsync(BlobName name, int index, ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken)
    {
        BlobLimits.CheckChunk(index, chunk);
        var staged = chunk.Length <= LargestChunkInDatabase
            ? new Chunk(chunk.Length, chunk.ToArray(), File: null)
            : new Chunk(chunk.Length, default, await _files.StageAsync(chunk, cancellationToken));
        _files.Discard(_staged.Put(name, index, staged));
    }

    /// <inheritdoc/>
    public async Task<BlobTag> CommitAsync(BlobName name, int count, BlobTag? expected, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!_staged.TryTake(name, count, out var chunks, out var unused))
        {
            throw new BlobConditionException($"Not all of the {count} chunks of {name} are staged.");
        }

        _files.Discard(unused);
        _files.Publish(chunks);
        try
        {
            var (row, replaced) = await _writes.RunAsync(session => BlobRows.Commit(session, name, chunks, expected), cancellationToken);
            _files.Delete(replaced);
            if (expected is not null)
            {
                Forget(name);
            }

            return row.Tag;
        }
        catch (Exception refusal) when (refusal is BlobConditionException or OperationCanceledException)
        {
            _files.Delete(ChunkFiles.Names(chunks));
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(BlobName name, BlobTag? expected, CancellationToken cancellationToken)
    {
        _files.Delete(await _writes.RunAsync(session => BlobRows.Delete(session, name, expected), cancellationToken));
        Forget(name);
    }

    /// <summary>Finishes the writes that were asked for, then closes the database; the second time does nothing.</summary>
    public void Dispose()
    {
        // A container that gives the store out under several interfaces disposes of it once for each.
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        _writes.Dispose();
        _reads.Dispose();
    }

    private static Session OpenWriter(string path)
    {
        // FULL: an answered write survives the loss of power. Deleted content (keys above all) is overwritten, not only forgotten.
        // A checkpoint every 4,000 pages instead of 1,000 spares syncs of the database file.
        var session = Session.Open(
            path,
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
            PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16000;
            """);
        try
        {
            Schema.Ensure(session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    // A removed key erases what it protects, so it must not live on in the write-ahead log. Rare enough to be slow.
    private void Forget(BlobName name)
    {
        if (name.Container is BlobContainer.Keys)
        {
            using var session = Session.Open(_path, "PRAGMA wal_checkpoint(TRUNCATE);");
        }
    }
}
