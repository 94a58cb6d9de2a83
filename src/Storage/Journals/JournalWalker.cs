using System.Runtime.CompilerServices;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Journals;

/// <summary>Walks a journal from block to block and from one segment to the next, up to its end.</summary>
internal sealed class JournalWalker(IBlobStore blobs, JournalId journal, BlockReader blocks)
{
    /// <summary>Reads on from where the block reader stands, which <paramref name="segment"/> must hold, and answers the point after each block.</summary>
    /// <param name="segment">The segment where the walk begins.</param>
    /// <param name="replay">Given each entry, if there are keys.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <exception cref="JournalCorruptedException">The journal cannot be right from there on.</exception>
    public async IAsyncEnumerable<JournalPoint> WalkAsync(
        SegmentReader segment, Action<JournalEntry>? replay, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            if (blocks.At.Rolled)
            {
                await RefuseMoreAsync(segment, cancellationToken);
                segment = new(blobs, journal, blocks.At.NextSegment);
            }

            var start = await segment.PeekAsync(blocks.At.NextPosition, BlockFormat.EntriesOffset, cancellationToken);
            if (start.IsEmpty)
            {
                yield break;
            }

            var length = blocks.LengthOf(start.Span);
            var block = await segment.PeekAsync(blocks.At.NextPosition, length, cancellationToken);
            blocks.Accept(block.Span[..Math.Min(length, block.Length)], replay);
            yield return blocks.At;
        }
    }

    private async Task RefuseMoreAsync(SegmentReader closed, CancellationToken cancellationToken)
    {
        var more = await closed.PeekAsync(blocks.At.Position, 1, cancellationToken);
        if (!more.IsEmpty)
        {
            throw new JournalCorruptedException(journal, blocks.At.Segment, blocks.At.Position, "bytes follow the block that closed the segment");
        }
    }
}
