using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Journals;

/// <summary>The blob of a journal's snapshot, replaced only as it was last seen.</summary>
/// <param name="blobs">Keeps it.</param>
/// <param name="name">Its name.</param>
/// <param name="tag">The tag it had when the journal was opened; <see langword="null"/> where it did not exist.</param>
internal sealed class HeadBlob(IBlobStore blobs, BlobName name, BlobTag? tag)
{
    private const int Chunk = 4 * 1024 * 1024;

    private BlobTag? _tag = tag;
    private bool _tagKnown = true;

    /// <summary>Replaces the content; false when somebody else was faster or the store is out of reach.</summary>
    public async Task<bool> ReplaceAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            var expected = _tagKnown ? _tag : (await blobs.PropertiesAsync(name, cancellationToken))?.Tag;
            _tagKnown = false;
            _tag = await blobs.CommitAsync(name, await StageAsync(bytes, cancellationToken), expected, cancellationToken);
            return _tagKnown = true;
        }
        catch (Exception lost) when (lost is BlobConditionException or StorageUnavailableException)
        {
            return false;
        }
    }

    /// <summary>Another activation's chunks may come between: the snapshot is then theirs, or does not open and is ignored.</summary>
    private async Task<int> StageAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var count = 0;
        for (var rest = bytes; !rest.IsEmpty; rest = rest[Math.Min(rest.Length, Chunk)..])
        {
            await blobs.StageAsync(name, count++, rest[..Math.Min(rest.Length, Chunk)], cancellationToken);
        }

        return count;
    }
}
