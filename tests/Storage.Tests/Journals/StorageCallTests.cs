using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>Storage design, section 11: what each operation costs in storage calls.</summary>
public sealed class StorageCallTests
{
    private readonly JournalWorld _world = new(new() { MaxBlocks = 3 });
    private readonly CountingStore _counting;

    public StorageCallTests() => _counting = new(_world.Blobs);

    [Fact]
    public async Task Opening_a_journal_never_written_misses_the_snapshot_and_the_first_segment()
    {
        await _world.OpenThroughAsync(_counting);

        Assert.Equal(["read", "read"], _counting.Calls);
    }

    [Fact]
    public async Task The_first_write_creates_the_segment_and_the_next_ones_are_one_append_each()
    {
        var opened = await _world.OpenThroughAsync(_counting);
        _counting.Calls.Clear();

        await opened.AppendAsync("one");
        await opened.AppendAsync("two");
        await opened.AppendAsync("three");

        Assert.Equal(["create", "append", "append", "append"], _counting.Calls);
    }

    [Fact]
    public async Task A_roll_costs_a_seal_and_a_creation()
    {
        var opened = await _world.OpenThroughAsync(_counting);
        await opened.AppendAsync("one");
        await opened.AppendAsync("two");
        await opened.AppendAsync("three");
        _counting.Calls.Clear();

        await opened.AppendAsync("four");
        await opened.AppendAsync("five");

        Assert.Equal(["seal", "create", "append", "append"], _counting.Calls);
    }

    [Fact]
    public async Task A_cold_load_is_two_reads_with_or_without_snapshot()
    {
        var opened = await _world.OpenAsync();
        await opened.AppendAsync("one");
        await _world.OpenThroughAsync(_counting);
        await opened.SnapshotAsync("state");
        await opened.AppendAsync("two");
        await _world.OpenThroughAsync(_counting);

        Assert.Equal(["read", "read", "read", "read"], _counting.Calls);
    }

    [Fact]
    public async Task A_cold_load_whose_snapshot_stands_in_a_later_segment_is_three_reads()
    {
        var opened = await _world.OpenAsync();
        for (var block = 0; block < 10; block++)
        {
            await opened.AppendAsync("more");
        }

        await opened.SnapshotAsync("state");
        await opened.AppendAsync("last");

        var reopened = await _world.OpenThroughAsync(_counting);

        Assert.Equal(("state", 1), (reopened.State, reopened.Entries.Count));
        Assert.Equal(["read", "read", "read"], _counting.Calls);
    }

    private sealed class CountingStore(IBlobStore inner) : DelegatingBlobStore(inner)
    {
        public List<string> Calls { get; } = [];

        public override Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken) =>
            Counted("create", base.CreateAppendBlobAsync(name, cancellationToken));

        public override Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
            Counted("append", base.AppendAsync(name, position, block, cancellationToken));

        public override Task SealAsync(BlobName name, CancellationToken cancellationToken) => Counted("seal", base.SealAsync(name, cancellationToken));

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
