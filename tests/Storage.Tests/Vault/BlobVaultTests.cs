using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Sqlite;
using MonEspaceSante.Storage.Tests.Sqlite;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Storage.Tests.Vault;

public sealed class BlobVaultTests : IDisposable
{
    private const int Chunk = ChunkCipher.PlainBytes;

    private readonly DataFolder _folder = new();
    private readonly SqliteStore _store;
    private readonly BlobVault _vault;
    private readonly JournalId _space = JournalId.Random();

    public BlobVaultTests()
    {
        _store = _folder.Open();
        _vault = new(_store);
    }

    public static TheoryData<int> Lengths => [0, 1, 15, 16, 17, 65_536, 100_000, Chunk - 1, Chunk, Chunk + 1, 2 * Chunk - 1, 2 * Chunk, 2 * Chunk + 1];

    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task Content_is_read_as_it_was_written_with_its_digests(int length)
    {
        var content = Bytes(length);

        var vaulted = await Write(content);

        Assert.Equal(length, vaulted.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), vaulted.Sha256);
#pragma warning disable CA5350 // The digest that XDS asks for.
        Assert.Equal(Convert.ToBase64String(SHA1.HashData(content)), vaulted.Sha1);
#pragma warning restore CA5350
        Assert.True(Same(content, await Read(vaulted, 0, length)));
    }

    [Fact]
    public async Task Content_that_arrives_in_small_pieces_is_the_same_content()
    {
        var content = Bytes(Chunk + 70_000);

        var vaulted = await _vault.WriteAsync(_space, Guid.NewGuid(), new Trickle(content), long.MaxValue, None);

        Assert.True(Same(content, await Read(vaulted, 0, content.Length)));
    }

    [Fact]
    public async Task Any_range_gives_the_bytes_that_are_in_it()
    {
        var content = Bytes(2 * Chunk + 1_000);
        var vaulted = await Write(content);
        var near = from bound in Gen.Elements(0, Chunk, 2 * Chunk, content.Length)
                   from distance in Gen.Choose(-20, 20)
                   select Math.Max(0, bound + distance);
        var places = Gen.OneOf(near, Gen.Choose(0, content.Length + 10));

        Prop.ForAll(places.Two().ToArbitrary(), range =>
        {
            var (offset, end) = (Math.Min(range.Item1, range.Item2), Math.Max(range.Item1, range.Item2));
            var expected = content.AsSpan(Math.Min(offset, content.Length)..Math.Min(end, content.Length));
            return expected.SequenceEqual(Read(vaulted, offset, end - offset).GetAwaiter().GetResult());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_range_opens_only_the_chunks_that_it_needs()
    {
        var content = Bytes(3 * Chunk);
        var vaulted = await Write(content);
        await Rewrite(vaulted, stored => stored[ChunkCipher.StoredBytes] ^= 1);

        Assert.True(Same(content[..Chunk], await Read(vaulted, 0, Chunk)));
        Assert.True(Same(content[(2 * Chunk)..], await Read(vaulted, 2 * Chunk, Chunk)));
        await Assert.ThrowsAsync<ContentDamagedException>(() => Read(vaulted, Chunk, 1));
    }

    [Fact]
    public async Task A_range_past_the_end_is_empty_and_one_beyond_it_is_cut()
    {
        var vaulted = await Write("content"u8.ToArray());

        Assert.Empty(await Read(vaulted, 7, 10));
        Assert.Empty(await Read(vaulted, 1_000, 10));
        Assert.Empty(await Read(vaulted, 2, 0));
        Assert.Equal("tent"u8.ToArray(), await Read(vaulted, 3, long.MaxValue));
    }

    [Fact]
    public async Task Content_of_exactly_the_maximum_is_accepted_and_one_byte_more_is_refused()
    {
        foreach (var maximum in new[] { 0, 10, Chunk, Chunk + 5 })
        {
            Assert.Equal(maximum, (await _vault.WriteAsync(_space, Guid.NewGuid(), new MemoryStream(new byte[maximum]), maximum, None)).Length);

            var refusal = await Assert.ThrowsAsync<ContentTooLargeException>(
                () => _vault.WriteAsync(_space, Guid.NewGuid(), new MemoryStream(new byte[maximum + 1]), maximum, None));
            Assert.Equal(maximum, refusal.Maximum);
        }
    }

    [Fact]
    public async Task Refused_content_is_not_in_the_store()
    {
        await Assert.ThrowsAsync<ContentTooLargeException>(
            () => _vault.WriteAsync(_space, Guid.NewGuid(), new MemoryStream(new byte[Chunk + 10]), Chunk + 5, None));

        Assert.Empty(await _store.ListAsync(BlobContainer.Documents, "", None).ToListAsync());
    }

    [Fact]
    public async Task The_blob_tells_nothing_but_the_space_and_the_document()
    {
        var document = Guid.NewGuid();

        var vaulted = await _vault.WriteAsync(_space, document, new MemoryStream("content"u8.ToArray()), 100, None);

        Assert.Matches($"^{_space.Shard:x3}/{_space}/d/{document:N}/[0-9a-f]{{16}}$", vaulted.Blob);
    }

    [Fact]
    public async Task One_document_written_twice_is_two_blobs_with_two_keys()
    {
        var document = Guid.NewGuid();

        var first = await _vault.WriteAsync(_space, document, new MemoryStream("content"u8.ToArray()), 100, None);
        var second = await _vault.WriteAsync(_space, document, new MemoryStream("content"u8.ToArray()), 100, None);

        Assert.NotEqual(first.Blob, second.Blob);
        Assert.NotEqual(first.Key, second.Key);
    }

    [Fact]
    public async Task A_flipped_byte_is_found_wherever_it_is()
    {
        var vaulted = await Write(Bytes(100));
        var length = (await _store.PropertiesAsync(Blob(vaulted), None))!.Length;

        for (var index = 0; index < length; index++)
        {
            await Rewrite(vaulted, stored => stored[index] ^= 1);
            await Assert.ThrowsAsync<ContentDamagedException>(() => Read(vaulted, 0, 100));
            await Assert.ThrowsAsync<ContentDamagedException>(() => Read(vaulted, 50, 1));
            await Rewrite(vaulted, stored => stored[index] ^= 1);
        }

        Assert.Equal(100, (await Read(vaulted, 0, 100)).Length);
    }

    [Fact]
    public async Task Swapped_chunks_are_found()
    {
        var vaulted = await Write(Bytes(3 * Chunk));

        await Rewrite(vaulted, stored =>
        {
            var first = stored.AsSpan(0, ChunkCipher.StoredBytes).ToArray();
            var second = stored.AsSpan(ChunkCipher.StoredBytes, ChunkCipher.StoredBytes);
            second.CopyTo(stored);
            first.CopyTo(second);
        });

        await Assert.ThrowsAsync<ContentDamagedException>(() => Read(vaulted, 0, vaulted.Length));
        await Assert.ThrowsAsync<ContentDamagedException>(() => Read(vaulted, Chunk, 1));
    }

    [Fact]
    public async Task Content_cut_short_is_found_even_if_the_journal_agrees()
    {
        var content = Bytes(2 * Chunk);
        var vaulted = await Write(content);
        await Replace(vaulted, (await Stored(vaulted))[..ChunkCipher.StoredBytes]);
        var agreeing = vaulted with { Length = Chunk, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content.AsSpan(..Chunk))) };

        await Assert.ThrowsAsync<ContentDamagedException>(() => Read(vaulted, 0, vaulted.Length));
        await Assert.ThrowsAsync<ContentDamagedException>(() => Read(agreeing, 0, Chunk));
    }

    [Fact]
    public async Task A_digest_that_does_not_match_withholds_the_last_chunk()
    {
        var content = Bytes(Chunk + 100);
        var vaulted = await Write(content) with { Sha256 = new('0', 64) };

        await using var stream = await _vault.OpenReadAsync(vaulted, 0, vaulted.Length, None);
        await stream.ReadExactlyAsync(new byte[Chunk]);

        await Assert.ThrowsAsync<ContentDamagedException>(async () => await stream.ReadExactlyAsync(new byte[1]));
    }

    [Fact]
    public async Task Another_key_does_not_open_the_content()
    {
        var vaulted = await Write(Bytes(100));

        await Assert.ThrowsAsync<ContentDamagedException>(
            () => Read(vaulted with { Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }, 0, 100));
    }

    [Fact]
    public async Task Deleted_content_is_not_found_and_can_be_deleted_again()
    {
        var vaulted = await Write(Bytes(200_000));

        await _vault.DeleteAsync(vaulted, None);
        await _vault.DeleteAsync(vaulted, None);

        await Assert.ThrowsAsync<BlobNotFoundException>(() => _vault.OpenReadAsync(vaulted, 0, 10, None));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Bytes(int length) => RandomNumberGenerator.GetBytes(length);

    private static bool Same(byte[] expected, byte[] actual) => expected.AsSpan().SequenceEqual(actual);

    private static BlobName Blob(VaultedContent content) => new(BlobContainer.Documents, content.Blob);

    private Task<VaultedContent> Write(byte[] content) =>
        _vault.WriteAsync(_space, Guid.NewGuid(), new MemoryStream(content), long.MaxValue, None);

    private async Task<byte[]> Read(VaultedContent content, long offset, long length)
    {
        await using var stream = await _vault.OpenReadAsync(content, offset, length, None);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    private async Task<byte[]> Stored(VaultedContent content) =>
        (await _store.ReadAsync(Blob(content), 0, long.MaxValue / 2, None)).Bytes.ToArray();

    private async Task Rewrite(VaultedContent content, Action<byte[]> damage)
    {
        var stored = await Stored(content);
        damage(stored);
        await Replace(content, stored);
    }

    private async Task Replace(VaultedContent content, byte[] stored)
    {
        await _store.DeleteAsync(Blob(content), expected: null, None);
        var chunks = stored.Chunk(ChunkCipher.StoredBytes).ToArray();
        for (var index = 0; index < chunks.Length; index++)
        {
            await _store.StageAsync(Blob(content), index, chunks[index], None);
        }

        await _store.CommitAsync(Blob(content), chunks.Length, expected: null, None);
    }

    /// <summary>Gives its bytes as a slow network would: a few at a time, of no regular number.</summary>
    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        private int _turn;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 1 + (_turn += 7) % 9_001)], cancellationToken);
    }
}
