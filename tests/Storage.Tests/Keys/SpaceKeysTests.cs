using System.Security.Cryptography;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Sqlite;
using MonEspaceSante.Storage.Tests.Sqlite;

namespace MonEspaceSante.Storage.Tests.Keys;

public sealed class SpaceKeysTests : IDisposable
{
    private readonly DataFolder _folder = new();
    private readonly SqliteStore _store;
    private readonly SpaceKeys _keys;
    private readonly JournalId _journal = JournalId.Random();

    public SpaceKeysTests()
    {
        _store = _folder.Open();
        _keys = new(_store, new RandomKeyRing());
    }

    private static CancellationToken None => CancellationToken.None;

    private BlobName Blob => new(BlobContainer.Keys, $"{_journal.Shard:x3}/{_journal}/k");

    [Fact]
    public async Task A_journal_never_written_has_no_keys() => Assert.Null(await _keys.FindAsync(_journal, None));

    [Fact]
    public async Task Keys_are_found_as_they_were_made()
    {
        var made = await _keys.CreateAsync(_journal, None);

        var found = await _keys.FindAsync(_journal, None);

        Assert.Equal(Hex(made), Hex(found!));
        Assert.Equal(3, Hex(made).Distinct().Count());
        Assert.All(Hex(made), key => Assert.Equal(64, key.Length));
    }

    [Fact]
    public async Task Keys_are_stored_under_the_name_of_their_journal_and_never_in_clear()
    {
        var made = await _keys.CreateAsync(_journal, None);

        var stored = Convert.ToHexStringLower((await _store.ReadAsync(Blob, 0, 1_024, None)).Bytes.Span);

        Assert.All(Hex(made), key => Assert.DoesNotContain(key, stored, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_that_exist_are_adopted()
    {
        var first = await _keys.CreateAsync(_journal, None);

        Assert.Equal(Hex(first), Hex(await _keys.CreateAsync(_journal, None)));
    }

    [Fact]
    public async Task Creators_that_race_end_with_the_same_keys()
    {
        var ring = new RandomKeyRing();
        SpaceKeys[] creators = [.. Enumerable.Range(0, 8).Select(index => new SpaceKeys(index % 2 is 0 ? _store : _folder.Open(), ring))];
        for (var round = 0; round < 10; round++)
        {
            var journal = JournalId.Random();

            var made = await Task.WhenAll(creators.Select(creator => Task.Run(() => creator.CreateAsync(journal, None))));

            var stored = Hex((await creators[0].FindAsync(journal, None))!);
            Assert.All(made, keys => Assert.Equal(stored, Hex(keys)));
        }
    }

    [Fact]
    public async Task Erasing_destroys_the_data_and_message_keys_and_keeps_the_trace_key()
    {
        var made = await _keys.CreateAsync(_journal, None);

        await _keys.EraseContentAsync(_journal, None);

        var left = await _keys.FindAsync(_journal, None);
        Assert.Null(left!.Data);
        Assert.Null(left.Message);
        Assert.Equal(made.Trace!.Value.ToArray(), left.Trace!.Value.ToArray());
    }

    [Fact]
    public async Task Erased_keys_are_not_made_again()
    {
        await _keys.CreateAsync(_journal, None);
        await _keys.EraseContentAsync(_journal, None);

        Assert.Null((await _keys.CreateAsync(_journal, None)).Data);
    }

    [Fact]
    public async Task Erasing_twice_or_before_the_first_write_changes_nothing()
    {
        await _keys.EraseContentAsync(_journal, None);
        Assert.Null(await _keys.FindAsync(_journal, None));

        await _keys.CreateAsync(_journal, None);
        await _keys.EraseContentAsync(_journal, None);
        var tag = (await _store.PropertiesAsync(Blob, None))!.Tag;
        await _keys.EraseContentAsync(_journal, None);
        Assert.Equal(tag, (await _store.PropertiesAsync(Blob, None))!.Tag);
    }

    [Fact]
    public async Task Another_shard_key_is_refused()
    {
        await _keys.CreateAsync(_journal, None);

        var refusal = await Assert.ThrowsAsync<KeysRefusedException>(() => new SpaceKeys(_store, new RandomKeyRing()).FindAsync(_journal, None));

        Assert.Equal(_journal, refusal.Journal);
    }

    [Fact]
    public void Wrapped_keys_open_for_their_own_journal_only()
    {
        var shardKey = RandomNumberGenerator.GetBytes(32);
        var wrapped = WrappedKeys.Wrap(_journal, NewKeys(), shardKey);

        Assert.Throws<KeysRefusedException>(() => WrappedKeys.Unwrap(JournalId.Random(), wrapped, shardKey));
    }

    [Fact]
    public void A_flipped_or_missing_byte_of_wrapped_keys_is_refused()
    {
        var shardKey = RandomNumberGenerator.GetBytes(32);
        var wrapped = WrappedKeys.Wrap(_journal, NewKeys(), shardKey);

        for (var index = 0; index < wrapped.Length; index++)
        {
            var damaged = wrapped.ToArray();
            damaged[index] ^= 1;
            Assert.Throws<KeysRefusedException>(() => WrappedKeys.Unwrap(_journal, damaged, shardKey));
        }

        Assert.Throws<KeysRefusedException>(() => WrappedKeys.Unwrap(_journal, wrapped.AsSpan(0, wrapped.Length - 1), shardKey));
        Assert.Throws<KeysRefusedException>(() => WrappedKeys.Unwrap(_journal, [], shardKey));
    }

    public void Dispose() => _folder.Dispose();

    private static SpaceKeySet NewKeys() =>
        new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));

    private static string[] Hex(SpaceKeySet keys) =>
        [.. new[] { keys.Data, keys.Trace, keys.Message }.Select(key => Convert.ToHexStringLower(key!.Value.Span))];

    private sealed class RandomKeyRing : IKeyRing
    {
        private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

        public ValueTask<ReadOnlyMemory<byte>> ShardKeyAsync(int shard, CancellationToken cancellationToken) => new(_key);

        public ValueTask<ReadOnlyMemory<byte>> PurposeKeyAsync(string name, CancellationToken cancellationToken) => new(_key);
    }
}
