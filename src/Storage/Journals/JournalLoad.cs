using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Journals;

/// <summary>The reading of a journal when it opens (storage design, section 4.6): one round trip for most, two when its snapshot stands far from its start.</summary>
internal sealed class JournalLoad(
    JournalSurroundings around, JournalId journal, int schema, Action<ReadOnlyMemory<byte>> restore, Action<JournalEntry> replay)
{
    /// <summary>Reads the snapshot, if there is a usable one, and every entry after it.</summary>
    public async Task<LoadedJournal> RunAsync(CancellationToken cancellationToken)
    {
        var first = new SegmentReader(around.Blobs, journal, 1);
        var keysRead = around.Keys.FindUsableAsync(journal, cancellationToken);
        var headRead = ReadHeadAsync(cancellationToken);
        var firstRead = first.PeekAsync(0, BlockFormat.EntriesOffset, cancellationToken).AsTask();
        await Task.WhenAll(keysRead, headRead, firstRead);

        var (keys, head) = (await keysRead, await headRead);
        if ((await firstRead).IsEmpty && head is null)
        {
            return new(JournalPoint.Start(journal), keys, null, 0, 0);
        }

        // Another activation may have made the keys, then the first segment, between two of the reads above.
        keys ??= await around.Keys.FindUsableAsync(journal, cancellationToken) ?? throw new JournalCorruptedException(journal, 1, 0, "the keys are gone");
        using var cipher = new JournalCipher(journal, keys);
        var (blocks, segment) = await BeginAsync(first, head, cipher, cancellationToken);
        var (begin, at, tailBytes) = (blocks.At, blocks.At, 0L);
        await foreach (var point in new JournalWalker(around.Blobs, journal, blocks).WalkAsync(segment, replay, cancellationToken))
        {
            tailBytes += point.Position - at.NextPosition;
            at = point;
        }

        if (at.Sequence == 0 && head is not null)
        {
            throw new JournalCorruptedException(journal, 1, 0, "a snapshot stands, and the journal is gone");
        }

        return new(at, keys, head?.Tag, at.Sequence - begin.Sequence, tailBytes);
    }

    private async Task<(BlockReader Blocks, SegmentReader Segment)> BeginAsync(
        SegmentReader first, BlobContent? head, JournalCipher cipher, CancellationToken cancellationToken)
    {
        if (head is not null)
        {
            if (Snapshot.Read(head.Bytes.Span, schema, journal, cipher) is { } snapshot
                && await FindAsync(snapshot.Point, first, cancellationToken) is { } segment)
            {
                restore(snapshot.State);
                return (new(journal, snapshot.Point, cipher), segment);
            }

            // Ahead of what was read of the segment at the same moment, or wrong: a later read tells the difference.
            JournalMeter.SnapshotIgnored();
            first = new(around.Blobs, journal, 1);
        }

        return (new(journal, JournalPoint.Start(journal), cipher), first);
    }

    /// <summary>The segment of <paramref name="point"/>, if the block that ends there leaves the chain as the snapshot says.</summary>
    private async Task<SegmentReader?> FindAsync(JournalPoint point, SegmentReader first, CancellationToken cancellationToken)
    {
        var segment = point.Segment == first.Segment ? first : new(around.Blobs, journal, point.Segment);
        var trailer = await segment.PeekAsync(point.Position - BlockFormat.TrailerLength, BlockFormat.TrailerLength, cancellationToken);
        return trailer.Length >= BlockFormat.TrailerLength && ChainValue.Read(trailer.Span) == point.Chain ? segment : null;
    }

    private async Task<BlobContent?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await around.Blobs.ReadAsync(JournalNames.Head(journal), 0, Snapshot.MaximumLength, cancellationToken);
        }
        catch (BlobNotFoundException)
        {
            return null;
        }
    }
}

/// <summary>A journal as it was read.</summary>
/// <param name="At">Its end.</param>
/// <param name="Keys">Its keys; <see langword="null"/> before the first write.</param>
/// <param name="HeadTag">The tag of the snapshot's blob, usable or not; <see langword="null"/> if there is none.</param>
/// <param name="TailEntries">Entries after the snapshot.</param>
/// <param name="TailBytes">Their bytes.</param>
internal sealed record LoadedJournal(JournalPoint At, SpaceKeySet? Keys, BlobTag? HeadTag, long TailEntries, long TailBytes);
