using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Journals;

/// <summary>Storage design, section 4.7: losing, corrupting or racing a snapshot is harmless.</summary>
public sealed class SnapshotTests
{
    private readonly JournalWorld _world = new();

    [Fact]
    public async Task A_snapshot_replaces_the_entries_before_it()
    {
        var opened = await _world.OpenAsync();
        await opened.AppendAsync("a", "b");
        Assert.True(await opened.SnapshotAsync("ab"));
        await opened.AppendAsync("c");

        var reopened = await _world.OpenAsync();

        Assert.Equal("ab", reopened.State);
        Assert.Equal(["c"], reopened.Bodies);
        await reopened.AppendAsync("d");
        Assert.Equal(["c", "d"], (await _world.OpenAsync()).Bodies);
    }

    [Fact]
    public async Task A_snapshot_of_everything_leaves_nothing_to_replay_and_the_journal_goes_on()
    {
        await WithSnapshotAsync(tail: false);

        var reopened = await _world.OpenAsync();

        Assert.Equal(("state", 0, 1), (reopened.State, reopened.Entries.Count, reopened.Journal.Sequence));
        Assert.Equal(2, (await reopened.AppendAsync("b")).FirstSequence);
    }

    [Fact]
    public async Task A_snapshot_is_due_after_256_entries_or_64_KiB_and_not_again_before_as_much_more()
    {
        var opened = await _world.OpenAsync();
        await opened.AppendAsync([.. Enumerable.Repeat("x", 256)]);
        Assert.False(opened.Journal.SnapshotDue);
        await opened.AppendAsync("x");
        Assert.True(opened.Journal.SnapshotDue);
        Assert.True((await _world.OpenAsync()).Journal.SnapshotDue);

        await opened.SnapshotAsync("many");
        Assert.False(opened.Journal.SnapshotDue);
        await opened.AppendAsync(new string('x', 64 * 1024));
        Assert.True(opened.Journal.SnapshotDue);
    }

    [Fact]
    public async Task Any_byte_flipped_in_a_snapshot_makes_it_ignored()
    {
        await WithSnapshotAsync(tail: true);
        var right = await HeadAsync();
        for (var at = 0; at < right.Length; at++)
        {
            var wrong = right.ToArray();
            wrong[at] ^= 0x01;
            await PutHeadAsync(wrong);

            var reopened = await _world.OpenAsync();

            Assert.Null(reopened.State);
            Assert.Equal(["a", "b"], reopened.Bodies);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public async Task A_snapshot_cut_short_is_ignored(int length)
    {
        await WithSnapshotAsync(tail: true);
        await PutHeadAsync((await HeadAsync())[..length]);

        Assert.Equal(["a", "b"], (await _world.OpenAsync()).Bodies);
    }

    [Fact]
    public async Task A_snapshot_of_another_schema_is_ignored()
    {
        await WithSnapshotAsync(tail: true);

        var reopened = await _world.OpenAsync(schema: 2);

        Assert.Null(reopened.State);
        Assert.Equal(["a", "b"], reopened.Bodies);
    }

    [Fact]
    public async Task A_snapshot_from_the_future_of_the_journal_is_ignored()
    {
        var opened = await _world.OpenAsync();
        await opened.AppendAsync("a");
        var past = await _world.SegmentAsync(1);
        await opened.AppendAsync("b");
        await opened.SnapshotAsync("ab");
        var behind = await _world.WithAsync(past);
        await PutHeadAsync(await HeadAsync(), behind.Blobs);

        var reopened = await behind.OpenAsync();

        Assert.Null(reopened.State);
        Assert.Equal(["a"], reopened.Bodies);
    }

    [Fact]
    public async Task A_snapshot_of_another_history_is_ignored()
    {
        await WithSnapshotAsync(tail: false);
        var other = new JournalWorld { Id = _world.Id };
        var forked = new JournalStore(other.Blobs, _world.Keys, other.Time, other.Options);
        await (await other.OpenAsync(forked)).AppendAsync("z");
        await PutHeadAsync(await HeadAsync(), other.Blobs);

        var reopened = await other.OpenAsync(forked);

        Assert.Null(reopened.State);
        Assert.Equal(["z"], reopened.Bodies);
    }

    [Fact]
    public async Task A_snapshot_whose_journal_is_gone_is_quarantined()
    {
        await WithSnapshotAsync(tail: true);
        await _world.Blobs.DeleteAsync(JournalNames.Segment(_world.Id, 1), null, CancellationToken.None);

        await Assert.ThrowsAsync<JournalCorruptedException>(() => _world.OpenAsync());
    }

    [Fact]
    public async Task Losing_the_race_to_write_a_snapshot_changes_nothing_and_the_next_one_wins()
    {
        var opened = await _world.OpenAsync();
        await opened.AppendAsync("a");
        var other = await _world.OpenAsync();
        Assert.True(await other.SnapshotAsync("theirs"));

        Assert.False(await opened.SnapshotAsync("ours"));
        Assert.Equal("theirs", (await _world.OpenAsync()).State);

        await opened.AppendAsync("b");
        Assert.True(await opened.SnapshotAsync("ours"));
        Assert.Equal("ours", (await _world.OpenAsync()).State);
    }

    [Fact]
    public async Task A_store_that_is_out_of_reach_changes_nothing()
    {
        var opened = await _world.OpenThroughAsync(new NeverStages(_world.Blobs));
        await opened.AppendAsync("a");

        Assert.False(await opened.SnapshotAsync("state"));

        await opened.AppendAsync("b");
        Assert.Equal(["a", "b"], (await _world.OpenAsync()).Bodies);
    }

    [Fact]
    public async Task A_large_state_comes_back_whole()
    {
        var state = new string('s', 9 * 1024 * 1024);
        var opened = await _world.OpenAsync();
        await opened.AppendAsync("a");
        await opened.SnapshotAsync(state);

        Assert.Equal(state, (await _world.OpenAsync()).State);
    }

    [Fact]
    public async Task An_empty_journal_takes_no_snapshot()
    {
        Assert.False(await (await _world.OpenAsync()).SnapshotAsync("nothing"));
    }

    private async Task WithSnapshotAsync(bool tail)
    {
        var opened = await _world.OpenAsync();
        await opened.AppendAsync("a");
        await opened.SnapshotAsync("state");
        if (tail)
        {
            await opened.AppendAsync("b");
        }
    }

    private async Task<byte[]> HeadAsync() =>
        (await _world.Blobs.ReadAsync(JournalNames.Head(_world.Id), 0, long.MaxValue, CancellationToken.None)).Bytes.ToArray();

    private async Task PutHeadAsync(byte[] bytes, SimulatedBlobStore? blobs = null)
    {
        blobs ??= _world.Blobs;
        var head = JournalNames.Head(_world.Id);
        if (bytes.Length > 0)
        {
            await blobs.StageAsync(head, 0, bytes, CancellationToken.None);
        }

        await blobs.CommitAsync(head, bytes.Length > 0 ? 1 : 0, (await blobs.PropertiesAsync(head, CancellationToken.None))?.Tag, CancellationToken.None);
    }

    private sealed class NeverStages(IBlobStore inner) : DelegatingBlobStore(inner)
    {
        public override Task StageAsync(BlobName name, int index, ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken) =>
            Task.FromException(new StorageUnavailableException("Out of reach."));
    }
}
