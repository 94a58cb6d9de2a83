using System.Runtime.CompilerServices;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>Reads a journal with its trace key alone: every entry is told, and what data and messages hold stays closed.</summary>
internal sealed class TraceReader(IBlobStore blobs, ISpaceKeys keys)
{
    /// <summary>The entries of <paramref name="journal"/>, oldest first, block by block; none for a journal never written.</summary>
    /// <exception cref="JournalCorruptedException">The journal cannot be right from there on.</exception>
    public async IAsyncEnumerable<JournalEntry> ReadAsync(JournalId journal, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await keys.FindUsableAsync(journal, cancellationToken) is not { } all)
        {
            yield break;
        }

        using var cipher = new JournalCipher(journal, all with { Data = null, Message = null });
        var block = new List<JournalEntry>();
        var blocks = new BlockReader(journal, JournalPoint.Start(journal), cipher);
        await foreach (var _ in new JournalWalker(blobs, journal, blocks).WalkAsync(new(blobs, journal, 1), block.Add, cancellationToken))
        {
            foreach (var entry in block)
            {
                yield return entry;
            }

            block.Clear();
        }
    }
}
