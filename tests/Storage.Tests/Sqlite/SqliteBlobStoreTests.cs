using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Sqlite;
using MonEspaceSante.Storage.Tests.Contracts;

namespace MonEspaceSante.Storage.Tests.Sqlite;

public sealed class SqliteBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly DataFolder _folder = new();
    private SqliteStore _store;

    public SqliteBlobStoreTests() => _store = _folder.Open();

    protected override IBlobStore Store => _store;

    [Fact]
    public async Task An_append_blob_takes_50000_blocks()
    {
        var name = NewName();
        await _store.CreateAppendBlobAsync(name, None);
        var block = Bytes(1);

        // Writes are carried out in the order of the calls, so there is no need to wait for each.
        await Task.WhenAll(Enumerable.Range(0, BlobLimits.Blocks).Select(position => _store.AppendAsync(name, position, block, None)));

        await Assert.ThrowsAsync<BlobConditionException>(() => _store.AppendAsync(name, BlobLimits.Blocks, block, None));
        Assert.Equal(BlobLimits.Blocks, (await _store.PropertiesAsync(name, None))!.Length);
    }

    [Fact]
    public async Task A_listing_longer_than_a_page_is_whole()
    {
        var paths = Enumerable.Range(0, 2_001).Select(number => $"0a3/{number:D4}").ToArray();
        await Task.WhenAll(paths.Select(path => _store.CreateAppendBlobAsync(new(BlobContainer.Journals, path), None)));

        Assert.Equal(paths, await _store.ListAsync(BlobContainer.Journals, "0a3/", None).Select(blob => blob.Path).ToArrayAsync());
    }

    [Fact]
    public async Task What_was_answered_is_there_after_a_crash()
    {
        var (appended, committed) = (NewName(), NewName(BlobContainer.Documents));
        var large = Bytes(500_000);
        await _store.CreateAppendBlobAsync(appended, None);
        await _store.AppendAsync(appended, 0, "abc"u8.ToArray(), None);
        await Put(_store, committed, large);

        // The files as a killed process would leave them: nothing closed, the log not yet moved into the database.
        using var crashed = new DataFolder();
        Copy(_folder.Path, crashed.Path);
        var store = crashed.Open();

        Assert.Equal("abc", await ReadText(store, appended));
        Assert.Equal(large, await ReadAll(store, committed));
    }

    [Fact]
    public async Task Closing_the_store_finishes_the_writes_that_wait()
    {
        var names = Enumerable.Range(0, 200).Select(_ => NewName()).ToArray();
        var writes = names.Select(name => _store.CreateAppendBlobAsync(name, None)).ToArray();

        Reopen();

        Assert.All(await Task.WhenAll(writes), Assert.True);
        Assert.NotNull(await _store.PropertiesAsync(names[^1], None));
    }

    [Fact]
    public async Task A_closed_store_refuses_to_work()
    {
        var store = _folder.Open();
        _folder.Close(store);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.CreateAppendBlobAsync(NewName(), None));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.PropertiesAsync(NewName(), None));
    }

    [Fact]
    public async Task Large_content_leaves_no_file_behind_when_it_is_deleted_or_refused()
    {
        var name = NewName(BlobContainer.Documents);
        await Put(_store, name, Bytes(300_000), Bytes(300_000));
        await _store.StageAsync(name, 0, Bytes(300_000), None);
        await Assert.ThrowsAsync<BlobConditionException>(() => _store.CommitAsync(name, 1, expected: null, None));

        await _store.DeleteAsync(name, expected: null, None);

        Assert.Empty(Files());
    }

    [Fact]
    public async Task Chunks_that_nobody_commits_are_forgotten_after_an_hour()
    {
        await _store.StageAsync(NewName(BlobContainer.Documents), 0, Bytes(300_000), None);
        _folder.Clock.Advance(TimeSpan.FromHours(1));

        await _store.StageAsync(NewName(BlobContainer.Documents), 0, Bytes(10), None);

        Assert.Empty(Files());
    }

    [Fact]
    public async Task Files_that_a_crash_left_in_staging_are_removed_two_days_later()
    {
        await _store.StageAsync(NewName(BlobContainer.Documents), 0, Bytes(300_000), None);
        var file = Assert.Single(Files());
        File.SetLastWriteTimeUtc(file, (_folder.Clock.GetUtcNow() - TimeSpan.FromHours(49)).UtcDateTime);

        Reopen();

        Assert.Empty(Files());
    }

    [Fact]
    public async Task Content_replaced_while_it_is_read_ends_the_reading()
    {
        var name = NewName(BlobContainer.Heads);
        var tag = await Put(_store, name, Bytes(10));
        await using var stream = await _store.OpenReadAsync(name, 0, 10, None);
        await stream.ReadExactlyAsync(new byte[5]);
        await _store.StageAsync(name, 0, Bytes(10), None);
        await _store.CommitAsync(name, 1, tag, None);

        await Assert.ThrowsAsync<BlobNotFoundException>(async () => await stream.ReadExactlyAsync(new byte[5]));
    }

    [Fact]
    public async Task A_key_that_is_replaced_or_deleted_is_nowhere_in_the_files()
    {
        var (name, other) = (NewName(BlobContainer.Keys), NewName(BlobContainer.Keys));
        var (replaced, deleted) = (Bytes(184), Bytes(184));
        var tag = await Put(_store, name, replaced);
        await Put(_store, other, deleted);
        Assert.True(IsInFiles(replaced) && IsInFiles(deleted));

        await _store.StageAsync(name, 0, Bytes(62), None);
        await _store.CommitAsync(name, 1, tag, None);
        await _store.DeleteAsync(other, expected: null, None);

        Assert.False(IsInFiles(replaced));
        Assert.False(IsInFiles(deleted));
    }

    [Fact]
    public async Task A_lost_file_is_told()
    {
        var name = NewName(BlobContainer.Documents);
        await Put(_store, name, Bytes(300_000));
        File.Delete(Assert.Single(Files()));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => _store.ReadAsync(name, 0, 10, None));
    }

    [Fact]
    public void A_database_of_a_later_version_is_refused()
    {
        _folder.Close(_store);
        using (var session = Session.Open(Path.Combine(_folder.Path, "store.db"), "PRAGMA user_version = 1000"))
        {
        }

        Assert.Throws<StorageUnavailableException>(_folder.Open);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        using var folder = new DataFolder();
        File.WriteAllText(Path.Combine(folder.Path, "store.db"), new string('x', 8_192));

        Assert.Throws<StorageUnavailableException>(folder.Open);
    }

    public void Dispose() => _folder.Dispose();

    protected override IBlobStore OpenAnother() => _folder.Open();

    protected override void Reopen()
    {
        _folder.Close(_store);
        _store = _folder.Open();
    }

    private string[] Files() => Directory.GetFiles(Path.Combine(_folder.Path, "documents"), "*", SearchOption.AllDirectories);

    private bool IsInFiles(byte[] bytes) => Directory.GetFiles(_folder.Path).Any(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content.AsSpan().IndexOf(bytes) >= 0;
    });

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
