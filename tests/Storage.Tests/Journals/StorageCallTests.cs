using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>Storage design, section 11: what each operation costs in storage calls.</summary>
public sealed class StorageCallTests
{
    private readonly JournalWorld _world = new(new() { MaxBlocks = 3 });
    private readonly CountingStore _counting;

    public StorageCallTests() => _counting = new(_world.Blobs);

    [Fact]
    public async Task Opening_a_journal_never_written_misses_keys_snapshot_and_first_segment()
    {
        await OpenAsync();

        Assert.Equal(["read", "read", "read"], _counting.Calls);
    }

    [Fact]
    public async Task The_first_write_makes_keys_and_segment_and_the_next_ones_are_one_append_each()
    {
        var opened = await OpenAsync();
        _counting.Calls.Clear();

        await opened.AppendAsync("one");
        await opened.AppendAsync("two");
        await opened.AppendAsync("three");

        Assert.Equal(["stage", "commit", "read", "create", "append", "append", "append"], _counting.Calls);
    }

    [Fact]
    public async Task A_roll_costs_a_seal_and_a_creation()
    {
        var opened = await OpenAsync();
        await opened.AppendAsync("one");
        await opened.AppendAsync("two");
        await opened.AppendAsync("three");
        _counting.Calls.Clear();

        await opened.AppendAsync("four");
        await opened.AppendAsync("five");

        Assert.Equal(["seal", "create", "append", "append"], _counting.Calls);
    }

    [Fact]
    public async Task A_cold_load_is_three_reads_at_once_with_or_without_snapshot()
    {
        var opened = await _world.OpenAsync();
        await opened.AppendAsync("one");
        await OpenAsync();
        await opened.SnapshotAsync("state");
        await opened.AppendAsync("two");
        await OpenAsync();

        Assert.Equal(Enumerable.Repeat("read", 6), _counting.Calls);
    }

    [Fact]
    public async Task A_cold_load_whose_snapshot_stands_in_a_later_segment_is_one_read_more()
    {
        var opened = await _world.OpenAsync();
        for (var block = 0; block < 10; block++)
        {
            await opened.AppendAsync("more");
        }

        await opened.SnapshotAsync("state");
        await opened.AppendAsync("last");

        var reopened = await OpenAsync();

        Assert.Equal(("state", 1), (reopened.State, reopened.Entries.Count));
        Assert.Equal(Enumerable.Repeat("read", 4), _counting.Calls);
    }

    private Task<Opened> OpenAsync() =>
        _world.OpenAsync(new JournalStore(_counting, JournalWorld.KeysIn(_counting), _world.Time, _world.Options));

    private sealed class CountingStore(IBlobStore inner) : DelegatingBlobStore(inner)
    {
        public List<string> Calls { get; } = [];

        public override Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken) =>
            Counted("create", base.CreateAppendBlobAsync(name, cancellationToken));

        public override Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
            Counted("append", base.AppendAsync(name, position, block, cancellationToken));

        public override Task SealAsync(BlobName name, CancellationToken cancellationToken) => Counted("seal", base.SealAsync(name, cancellationToken));

        public override Task StageAsync(BlobName name, int index, ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken) =>
            Counted("stage", base.StageAsync(name, index, chunk, cancellationToken));

        public override Task<BlobTag> CommitAsync(BlobName name, int count, BlobTag? expected, CancellationToken cancellationToken) =>
            Counted("commit", base.CommitAsync(name, count, expected, cancellationToken));

        public override Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) =>
            Counted("read", base.ReadAsync(name, offset, length, cancellationToken));

        public override Task<BlobProperties?> PropertiesAsync(BlobName name, CancellationToken cancellationToken) =>
            Counted("properties", base.PropertiesAsync(name, cancellationToken));

        private T Counted<T>(string call, T answer)
        {
            Calls.Add(call);
            return answer;
        }
    }
}
