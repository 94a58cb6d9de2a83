using System.Globalization;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Journals;

/// <summary>
/// Reads whole journals and tells where they stop being right. Framing, CRC, sequence and chain are checked without any key; with the keys,
/// each body is opened and compared with its digest too.
/// </summary>
/// <remarks>
/// What was removed at the end of a journal leaves a shorter journal that is right: only a head remembered elsewhere, such as the signed heads
/// of the night or a snapshot, shows that it is missing.
/// </remarks>
/// <param name="blobs">Where the journals are.</param>
/// <param name="keys">Where their keys are; <see langword="null"/> to check what needs none.</param>
public sealed class JournalVerifier(IBlobStore blobs, ISpaceKeys? keys = null)
{
    /// <summary>Reads all of <paramref name="journal"/>. Faults are answered, not thrown; a journal never written is right.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="remembered">A head that the journal is known to have had.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StorageUnavailableException">The store is out of reach.</exception>
    public async Task<JournalReport> VerifyAsync(JournalId journal, JournalHead? remembered, CancellationToken cancellationToken)
    {
        var (at, erased) = (JournalPoint.Start(journal), 0L);
        try
        {
            var found = keys is null ? null : await keys.FindUsableAsync(journal, cancellationToken);
            using var cipher = found is null ? null : new JournalCipher(journal, found);
            var walk = new JournalWalker(blobs, journal, new(journal, at, cipher)).WalkAsync(
                new(blobs, journal, 1), entry => erased += entry.Erased ? 1 : 0, cancellationToken);
            var missing = remembered is { Sequence: > 0 };
            await foreach (var point in walk)
            {
                at = point;
                missing &= point.Head != remembered;
            }

            await RefuseUnannouncedSegmentsAsync(journal, at, cancellationToken);
            if (missing)
            {
                throw new JournalCorruptedException(
                    journal, at.Segment, at.Position, $"the remembered head, entry {remembered!.Value.Sequence}, is not one of this journal");
            }

            return keys is null || found is not null || at.Sequence == 0
                ? Report(at, erased, fault: null)
                : throw new JournalCorruptedException(journal, 1, 0, "the keys are gone");
        }
        catch (JournalCorruptedException corrupted)
        {
            return Report(at, erased, new(corrupted.Segment, corrupted.Position, corrupted.Reason));
        }
    }

    /// <summary>A later segment betrays that the end of the one before it was cut off.</summary>
    private async Task RefuseUnannouncedSegmentsAsync(JournalId journal, JournalPoint end, CancellationToken cancellationToken)
    {
        var prefix = JournalNames.Segments(journal);
        await foreach (var segment in blobs.ListAsync(BlobContainer.Journals, prefix, cancellationToken))
        {
            if (int.TryParse(segment.Path.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > end.NextSegment)
            {
                throw new JournalCorruptedException(journal, end.Segment, end.Position, $"segment {number} stands, and no block closed this one");
            }
        }
    }

    private static JournalReport Report(JournalPoint at, long erased, JournalFault? fault) => new(at.Head, at.Segment, at.Position, erased, fault);
}
