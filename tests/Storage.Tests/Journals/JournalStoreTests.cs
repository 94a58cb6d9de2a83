using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Storage.Tests.Journals;

public sealed class JournalStoreTests
{
    private readonly JournalWorld _world = new();

    [Fact]
    public async Task A_journal_never_written_opens_empty_and_creates_nothing()
    {
        var opened = await _world.OpenAsync();

        Assert.Equal(0, opened.Journal.Sequence);
        Assert.Null(opened.State);
        Assert.Empty(opened.Entries);
        Assert.Null(await _world.Keys.FindAsync(_world.Id, CancellationToken.None));
        Assert.Null(await _world.Blobs.PropertiesAsync(JournalNames.Segment(_world.Id, 1), CancellationToken.None));
    }

    [Fact]
    public async Task What_was_appended_is_replayed_in_order()
    {
        var first = await _world.OpenAsync();
        var one = await first.AppendAsync("a", "b");
        var two = await first.AppendAsync("c");

        var second = await _world.OpenAsync();

        Assert.Equal((1, 3), (one.FirstSequence, two.FirstSequence));
        Assert.Equal(["a", "b", "c"], second.Bodies);
        Assert.Equal([1L, 2L, 3L], second.Entries.Select(entry => entry.Sequence));
        Assert.Equal(3, second.Journal.Sequence);
    }

    [Fact]
    public async Task An_entry_comes_back_with_all_that_it_was_given()
    {
        var written = new NewEntry(EntryKind.Out, KeyClass.Message, 7, Guid.Parse("01020304-0506-0708-090a-0b0c0d0e0f10"), "x"u8.ToArray());
        await (await _world.OpenAsync()).Journal.AppendAsync([written], CancellationToken.None);

        var read = Assert.Single((await _world.OpenAsync()).Entries);

        Assert.Equal((written.Kind, written.KeyClass, written.Schema, written.CommandId), (read.Kind, read.KeyClass, read.Schema, read.CommandId));
        Assert.Equal("x"u8.ToArray(), read.Body.ToArray());
        Assert.Equal(_world.Time.Now, read.Time);
        Assert.Equal(16, read.Salt.Length);
        Assert.False(read.Erased);
    }

    [Fact]
    public async Task An_activation_that_was_overtaken_never_writes_again()
    {
        var stale = await _world.OpenAsync();
        await (await _world.OpenAsync()).AppendAsync("winner");

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => stale.AppendAsync("loser"));
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => stale.AppendAsync("loser again"));
        Assert.False(await stale.SnapshotAsync("state of a loser"));

        Assert.Equal(["winner"], (await _world.OpenAsync()).Bodies);
    }

    [Fact]
    public async Task Time_never_goes_backwards_when_the_clock_does()
    {
        var opened = await _world.OpenAsync();
        var before = await opened.AppendAsync("a");
        _world.Time.Now -= TimeSpan.FromHours(1);

        var after = await opened.AppendAsync("b");

        Assert.Equal(before.Time + TimeSpan.FromTicks(1), after.Time);
        Assert.Equal(["a", "b"], (await _world.OpenAsync()).Bodies);
    }

    [Fact]
    public async Task Entries_whose_key_was_destroyed_stand_erased_and_the_others_are_still_read()
    {
        var opened = await _world.OpenAsync();
        await opened.Journal.AppendAsync([JournalWorld.Event("data"), JournalWorld.Event("trace", KeyClass.Trace)], CancellationToken.None);
        await opened.SnapshotAsync("data");
        await _world.Keys.EraseContentAsync(_world.Id, CancellationToken.None);

        var after = await _world.OpenAsync();

        Assert.Null(after.State);
        Assert.Equal([true, false], after.Entries.Select(entry => entry.Erased));
        Assert.True(after.Entries[0].Body.IsEmpty);
        Assert.Equal("trace", after.Bodies.Last());
    }

    [Fact]
    public async Task Nothing_is_written_under_a_destroyed_key()
    {
        await (await _world.OpenAsync()).AppendAsync("data");
        await _world.Keys.EraseContentAsync(_world.Id, CancellationToken.None);
        var after = await _world.OpenAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => after.AppendAsync("more"));

        Assert.Single((await _world.OpenAsync()).Entries);
    }

    [Fact]
    public async Task A_journal_whose_keys_are_gone_is_quarantined()
    {
        await (await _world.OpenAsync()).AppendAsync("a");
        var elsewhere = JournalWorld.KeysIn(new SimulatedBlobStore());

        await Assert.ThrowsAsync<JournalCorruptedException>(() => _world.OpenAsync(new JournalStore(_world.Blobs, elsewhere, _world.Time, _world.Options)));
        Assert.NotNull((await new JournalVerifier(_world.Blobs, elsewhere).VerifyAsync(_world.Id, null, CancellationToken.None)).Fault);
    }

    [Fact]
    public async Task A_journal_whose_keys_do_not_open_is_quarantined()
    {
        await (await _world.OpenAsync()).AppendAsync("a");
        var rekeyed = new JournalStore(_world.Blobs, new SpaceKeys(_world.Blobs, new OtherKeyRing()), _world.Time, _world.Options);

        await Assert.ThrowsAsync<JournalCorruptedException>(() => _world.OpenAsync(rekeyed));
        Assert.NotNull((await new JournalVerifier(_world.Blobs, new SpaceKeys(_world.Blobs, new OtherKeyRing()))
            .VerifyAsync(_world.Id, null, CancellationToken.None)).Fault);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4 * 1024 * 1024)]
    public async Task A_block_that_cannot_be_is_refused_and_the_journal_lives_on(int bytes)
    {
        var opened = await _world.OpenAsync();
        NewEntry[] entries = bytes == 0 ? [] : [new(EntryKind.Event, KeyClass.Data, 1, Guid.Empty, new byte[bytes])];

        await Assert.ThrowsAnyAsync<ArgumentException>(() => opened.Journal.AppendAsync(entries, CancellationToken.None));

        await opened.AppendAsync("a");
        Assert.Equal(["a"], (await _world.OpenAsync()).Bodies);
    }

    private sealed class OtherKeyRing : IKeyRing
    {
        public ValueTask<ReadOnlyMemory<byte>> ShardKeyAsync(int shard, CancellationToken cancellationToken) => new(new byte[32]);

        public ValueTask<ReadOnlyMemory<byte>> PurposeKeyAsync(string name, CancellationToken cancellationToken) => new(new byte[32]);
    }
}
