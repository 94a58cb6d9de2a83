using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Due;

/// <summary>
/// What is to be called back when (storage design, section 8). An entry once appended is called at or after its time, at least once: its bucket is removed
/// only as it was when every entry in it had been called.
/// </summary>
/// <remarks>Anybody appends, at any time, to any bucket: who finds one removed makes it again, and it is found again.</remarks>
public sealed class DueIndex(IBlobStore blobs, TimeProvider time)
{
    // Writers of one bucket meet: each round one of them gets through.
    private const int Tries = 20;

    /// <summary>
    /// Appends <paramref name="entries"/>, as many to a blob call as one holds (some 30,000). Returning means that they are durable; after a failure some of
    /// them may be, and to append them again is harmless. Those of one call that share a day or an hour share a worker.
    /// </summary>
    /// <exception cref="StorageUnavailableException">Not all of them are known to be durable.</exception>
    public Task AppendAsync(IReadOnlyList<DueEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count == 0)
        {
            return Task.CompletedTask;
        }

        var (worker, now) = (WorkerOf(entries[0].Id), time.GetUtcNow());
        return AppendAsync(entries.GroupBy(entry => DueBucket.For(entry.From, worker, now)), cancellationToken);
    }

    /// <summary>Shares what the bucket <paramref name="day"/> holds out to the hours of the day, and removes it.</summary>
    /// <remarks>Broken off, it is done again: entries are then in the index twice, and their targets act once.</remarks>
    public async Task ShareOutAsync(DueBucket day, CancellationToken cancellationToken)
    {
        var (entries, tag) = await ReadAsync(day, cancellationToken);
        await AppendAsync(entries.GroupBy(entry => DueBucket.OfHour(entry.From, day.Worker)), cancellationToken);
        if (tag is { } read)
        {
            await RemoveAsync(day, read, cancellationToken);
        }
    }

    /// <summary>The buckets that there is something to do about at <paramref name="now"/>: hours that have begun, days that are near. The earliest first.</summary>
    public async IAsyncEnumerable<DueBucket> ListAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (prefix, until) in new[] { (DueBucket.Days, now + DueBucket.Near), (DueBucket.Hours, now) })
        {
            await foreach (var listed in blobs.ListAsync(BlobContainer.Due, prefix, cancellationToken))
            {
                var bucket = DueBucket.Parse(listed.Path);
                if (bucket.Start > until)
                {
                    break;
                }

                yield return bucket;
            }
        }
    }

    /// <summary>The version of what <paramref name="bucket"/> holds; <see langword="null"/> where it was removed.</summary>
    public async Task<BlobTag?> TagAsync(DueBucket bucket, CancellationToken cancellationToken) =>
        (await blobs.PropertiesAsync(bucket.Blob, cancellationToken))?.Tag;

    /// <summary>What <paramref name="bucket"/> holds, and the version of it; nothing where it was removed.</summary>
    /// <exception cref="InvalidDataException">It holds something else than entries.</exception>
    public async Task<(IReadOnlyList<DueEntry> Entries, BlobTag? Tag)> ReadAsync(DueBucket bucket, CancellationToken cancellationToken)
    {
        try
        {
            var content = await blobs.ReadAsync(bucket.Blob, 0, long.MaxValue, cancellationToken);
            return ([.. DueEntry.ReadAll(content.Bytes)], content.Tag);
        }
        catch (BlobNotFoundException)
        {
            return ([], null);
        }
    }

    /// <summary>Removes <paramref name="bucket"/> if it still is as <paramref name="tag"/> says; answers whether it is gone.</summary>
    public async Task<bool> RemoveAsync(DueBucket bucket, BlobTag tag, CancellationToken cancellationToken)
    {
        try
        {
            await blobs.DeleteAsync(bucket.Blob, tag, cancellationToken);
            return true;
        }
        catch (BlobConditionException)
        {
            // Something was appended since it was read.
            return false;
        }
    }

    // The end of an identity is random whatever made it, or the end of a digest.
    private static int WorkerOf(Guid id) => BinaryPrimitives.ReadUInt16BigEndian(id.ToByteArray().AsSpan(14)) % DueBucket.Workers;

    private static IEnumerable<ReadOnlyMemory<byte>> Blocks(IEnumerable<DueEntry> entries)
    {
        const int Longest = 1_024;
        var block = new MemoryStream();
        foreach (var entry in entries)
        {
            entry.Write(block);
            if (block.Length > BlobLimits.BlockBytes - Longest)
            {
                yield return block.ToArray();
                block.SetLength(0);
            }
        }

        if (block.Length > 0)
        {
            yield return block.ToArray();
        }
    }

    private async Task AppendAsync(IEnumerable<IGrouping<DueBucket, DueEntry>> buckets, CancellationToken cancellationToken)
    {
        foreach (var bucket in buckets)
        {
            foreach (var block in Blocks(bucket))
            {
                await AppendAsync(bucket.Key.Blob, block, cancellationToken);
            }
        }
    }

    private async Task AppendAsync(BlobName bucket, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await blobs.AppendAsync(bucket, await EndOfAsync(bucket, cancellationToken), block, cancellationToken);
                return;
            }
            catch (Exception moved) when (moved is BlobConditionException or BlobNotFoundException && attempt < Tries)
            {
                // Another writer was faster, or the bucket was finished and removed in between.
            }
            catch (Exception moved) when (moved is BlobConditionException or BlobNotFoundException)
            {
                throw new StorageUnavailableException($"{bucket} takes nothing.", moved);
            }
        }
    }

    private async Task<long> EndOfAsync(BlobName bucket, CancellationToken cancellationToken)
    {
        if (await blobs.PropertiesAsync(bucket, cancellationToken) is { } known)
        {
            return known.Length;
        }

        await blobs.CreateAppendBlobAsync(bucket, cancellationToken);
        return 0;
    }
}
