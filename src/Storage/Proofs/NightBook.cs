using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>
/// The signed nights, each written once under <c>{shard}/{date}</c> in a container of their own, and beside the snapshots the marks that sum them up:
/// the nights are the truth, marks that are lost or late are made from them again.
/// </summary>
internal sealed class NightBook(IBlobStore blobs)
{
    private const int Chunk = BlobLimits.ChunkBytes;

    // A shard of 65 million spaces has 16,000 of them, at some 300 bytes each.
    private const int Longest = 256 * 1024 * 1024;

    /// <summary>The night of <paramref name="shard"/> that ended on <paramref name="date"/>.</summary>
    /// <exception cref="BlobNotFoundException">There is none.</exception>
    public async Task<Night> ReadAsync(int shard, DateOnly date, CancellationToken cancellationToken) =>
        (await FindAsync(NightName(shard, date), ProofsJson.Default.Night, cancellationToken))?.Content
        ?? throw new BlobNotFoundException($"There is no night {date:O} of shard {shard:x3}.");

    /// <summary>The marks of <paramref name="shard"/> after its last night, and the tag of what is kept of them.</summary>
    public async Task<(ShardMarks Marks, BlobTag? Tag)> MarksAsync(int shard, CancellationToken cancellationToken)
    {
        var kept = await FindAsync(MarksName(shard), ProofsJson.Default.KeptMarks, cancellationToken);
        var marks = kept is { } found ? new ShardMarks(found.Content) : new ShardMarks();
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{shard:x3}/");
        await foreach (var listed in blobs.ListAsync(BlobContainer.Proofs, prefix, cancellationToken))
        {
            var date = DateOnly.ParseExact(listed.Path.AsSpan(prefix.Length), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (marks.UpTo is null || date > marks.UpTo)
            {
                marks.Apply(await ReadAsync(shard, date, cancellationToken));
            }
        }

        return (marks, kept?.Tag);
    }

    /// <summary>Writes <paramref name="night"/>; false where that night stands already.</summary>
    public Task<bool> WriteAsync(Night night, CancellationToken cancellationToken) =>
        CommitAsync(NightName(night.Shard, night.Date), night, ProofsJson.Default.Night, expected: null, cancellationToken);

    /// <summary>Keeps the marks of <paramref name="shard"/>; losing a race changes nothing.</summary>
    public Task KeepAsync(int shard, ShardMarks marks, BlobTag? tag, CancellationToken cancellationToken) =>
        CommitAsync(MarksName(shard), marks.Kept(), ProofsJson.Default.KeptMarks, tag, cancellationToken);

    private static BlobName NightName(int shard, DateOnly date) =>
        new(BlobContainer.Proofs, string.Create(CultureInfo.InvariantCulture, $"{shard:x3}/{date:yyyy-MM-dd}"));

    private static BlobName MarksName(int shard) => new(BlobContainer.Heads, string.Create(CultureInfo.InvariantCulture, $"{shard:x3}/nights"));

    private async Task<(T Content, BlobTag Tag)?> FindAsync<T>(BlobName name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await blobs.ReadAsync(name, 0, Longest, cancellationToken);
            return (JsonSerializer.Deserialize(blob.Bytes.Span, type)!, blob.Tag);
        }
        catch (BlobNotFoundException)
        {
            return null;
        }
    }

    private async Task<bool> CommitAsync<T>(BlobName name, T content, JsonTypeInfo<T> type, BlobTag? expected, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(content, type).AsMemory();
        var count = 0;
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(bytes.Length, Chunk)..])
        {
            await blobs.StageAsync(name, count++, bytes[..Math.Min(bytes.Length, Chunk)], cancellationToken);
        }

        try
        {
            await blobs.CommitAsync(name, count, expected, cancellationToken);
            return true;
        }
        catch (BlobConditionException)
        {
            return false;
        }
    }
}
