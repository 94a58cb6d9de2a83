using System.Security.Cryptography;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Journals;

/// <summary>Journals kept as append blobs, with the protocol of the storage design, section 4.</summary>
public sealed class JournalStore : IJournalStore
{
    private readonly JournalSurroundings _around;

    /// <summary>Keeps journals in <paramref name="blobs"/>.</summary>
    /// <param name="blobs">Where their bytes are.</param>
    /// <param name="keys">Where their keys are.</param>
    /// <param name="time">Dates entries, and measures waits and deadlines.</param>
    /// <param name="options">Their limits.</param>
    public JournalStore(IBlobStore blobs, ISpaceKeys keys, TimeProvider time, JournalOptions options)
        : this(new JournalSurroundings(blobs, keys, time, options, RandomNumberGenerator.Fill))
    {
    }

    /// <summary>For simulations and golden files, which need chance to repeat itself.</summary>
    internal JournalStore(JournalSurroundings around) => _around = around;

    /// <inheritdoc/>
    public async Task<IJournal> OpenAsync(
        JournalId id, int schema, Action<ReadOnlyMemory<byte>> restore, Action<JournalEntry> replay, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(restore);
        ArgumentNullException.ThrowIfNull(replay);
        try
        {
            return new Journal(_around, id, schema, await new JournalLoad(_around, id, schema, restore, replay).RunAsync(cancellationToken));
        }
        catch (JournalCorruptedException)
        {
            JournalMeter.Quarantined();
            throw;
        }
    }
}
