using System.Globalization;
using System.Security.Cryptography;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Keys;

/// <summary>The keys of each journal in the blob <c>{shard}/{journal}/k</c>, wrapped by the shard's key (storage design, sections 4.1 and 6).</summary>
/// <param name="blobs">Where the wrapped keys are.</param>
/// <param name="ring">Where the shard keys are.</param>
/// <remarks>Every method throws <see cref="KeysRefusedException"/> where the stored keys do not open, and the failures of <see cref="IBlobStore"/>.</remarks>
public sealed class SpaceKeys(IBlobStore blobs, IKeyRing ring) : ISpaceKeys
{
    private const int KeyBytes = 32;
    private const int LongestBlob = 1_024;
    private const int MostAttempts = 5;

    /// <inheritdoc/>
    public async Task<SpaceKeySet?> FindAsync(JournalId journal, CancellationToken cancellationToken) =>
        (await ReadAsync(journal, cancellationToken))?.Keys;

    /// <inheritdoc/>
    public async Task<SpaceKeySet> CreateAsync(JournalId journal, CancellationToken cancellationToken)
    {
        var keys = new SpaceKeySet(NewKey(), NewKey(), NewKey());
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await WriteAsync(journal, keys, expected: null, cancellationToken);
            }
            catch (BlobConditionException)
            {
                // Somebody else was first; the read below adopts what they wrote.
            }

            // Even after our own commit: a racing creator may have staged its chunk over ours just before. What is stored is what counts.
            if (await FindAsync(journal, cancellationToken) is { } stored)
            {
                return stored;
            }

            // Who took our chunk has not committed it yet, or has failed to.
            if (attempt == MostAttempts)
            {
                throw new StorageUnavailableException($"The keys of journal {journal} were made and are not there.");
            }
        }
    }

    /// <inheritdoc/>
    public Task EraseContentAsync(JournalId journal, CancellationToken cancellationToken) =>
        EraseAsync(journal, keys => keys with { Data = null, Message = null }, cancellationToken);

    /// <inheritdoc/>
    public Task EraseAllAsync(JournalId journal, CancellationToken cancellationToken) => EraseAsync(journal, _ => new(null, null, null), cancellationToken);

    private static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    private static BlobName Name(JournalId journal) =>
        new(BlobContainer.Keys, string.Create(CultureInfo.InvariantCulture, $"{journal.Shard:x3}/{journal}/k"));

    private async Task EraseAsync(JournalId journal, Func<SpaceKeySet, SpaceKeySet> left, CancellationToken cancellationToken)
    {
        while (await ReadAsync(journal, cancellationToken) is { } stored && stored.Keys != left(stored.Keys))
        {
            try
            {
                await WriteAsync(journal, left(stored.Keys), stored.Tag, cancellationToken);
            }
            catch (BlobConditionException)
            {
                // Rewritten meanwhile: look again at what is left to erase.
            }
        }
    }

    private async Task<(SpaceKeySet Keys, BlobTag Tag)?> ReadAsync(JournalId journal, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await blobs.ReadAsync(Name(journal), 0, LongestBlob, cancellationToken);
            var shardKey = await ring.ShardKeyAsync(journal.Shard, cancellationToken);
            return (WrappedKeys.Unwrap(journal, stored.Bytes.Span, shardKey.Span), stored.Tag);
        }
        catch (BlobNotFoundException)
        {
            return null;
        }
    }

    private async Task WriteAsync(JournalId journal, SpaceKeySet keys, BlobTag? expected, CancellationToken cancellationToken)
    {
        var shardKey = await ring.ShardKeyAsync(journal.Shard, cancellationToken);
        var name = Name(journal);
        await blobs.StageAsync(name, 0, WrappedKeys.Wrap(journal, keys, shardKey.Span), cancellationToken);
        await blobs.CommitAsync(name, 1, expected, cancellationToken);
    }
}
