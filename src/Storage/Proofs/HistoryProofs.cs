using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>
/// Writes the history of a space as a file that its holder can check without the platform: every entry with its digest and its link of the chain,
/// the accesses in clear, the end signed, and the path to what was signed at night. The format: docs/history-proof.md.
/// </summary>
/// <param name="blobs">Where journals and nights are.</param>
/// <param name="keys">Where the keys of journals are.</param>
/// <param name="signer">The platform's signature.</param>
public sealed class HistoryProofs(IBlobStore blobs, ISpaceKeys keys, IHeadSigner signer)
{
    private readonly TraceReader _traces = new(blobs, keys);
    private readonly NightBook _nights = new(blobs);

    /// <summary>Writes the proof of <paramref name="journal"/> up to <paramref name="head"/>, as it is read.</summary>
    /// <param name="destination">Where the file goes.</param>
    /// <param name="journal">The journal.</param>
    /// <param name="head">Its end, as the space that holds it knows it.</param>
    /// <param name="closed">Accesses of which the digest alone is told.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="JournalCorruptedException">The store does not hold the journal that the space knows: what was written is no proof.</exception>
    /// <exception cref="StorageUnavailableException">The store is out of reach.</exception>
    public async Task WriteAsync(Stream destination, JournalId journal, JournalHead head, IReadOnlySet<long> closed, CancellationToken cancellationToken)
    {
        var origin = ChainValue.Start(journal);
        await using var file = new HistoryProofWriter(destination, origin, signer.PublicKey);
        var at = new JournalHead(0, origin);
        var night = await NightOfAsync(journal, head, cancellationToken);
        await foreach (var entry in _traces.ReadAsync(journal, cancellationToken))
        {
            if (at.Sequence == head.Sequence)
            {
                break;
            }

            at = new(entry.Sequence, entry.Chain);
            await file.EntryAsync(entry, IsAccess(entry) && !closed.Contains(entry.Sequence), cancellationToken);
        }

        if (at != head)
        {
            throw new JournalCorruptedException(journal, 1, 0, $"entry {at.Sequence} is read where its space knows entry {head.Sequence}");
        }

        await file.EndAsync(head, await signer.SignAsync(Statements.Head(origin, head), cancellationToken), night, cancellationToken);
    }

    private static bool IsAccess(in JournalEntry entry) => entry is { KeyClass: KeyClass.Trace, Kind: EntryKind.Event, Erased: false };

    /// <summary>The last night of the journal, under today's key; what was signed since <paramref name="head"/> is not for this proof.</summary>
    private async Task<(Night Night, int Index)?> NightOfAsync(JournalId journal, JournalHead head, CancellationToken cancellationToken)
    {
        var (marks, _) = await _nights.MarksAsync(journal.Shard, cancellationToken);
        if (marks.Of(ChainValue.Start(journal)) is not { } mark || mark.Leaf.Sequence > head.Sequence)
        {
            return null;
        }

        var night = await _nights.ReadAsync(journal.Shard, mark.Night, cancellationToken);
        return night.Key == Convert.ToHexStringLower(signer.PublicKey.Span) ? (night, mark.Index) : null;
    }
}
