using System.Runtime.CompilerServices;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Simulated;

/// <summary>A blob store at the other end of an unreliable wire.</summary>
public sealed class FaultyBlobStore(IBlobStore inner, UnreliableWire wire) : IBlobStore
{
    /// <inheritdoc/>
    public Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken) =>
        wire.CallAsync(() => inner.CreateAppendBlobAsync(name, CancellationToken.None), cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        var sent = block.ToArray();
        return wire.CallAsync(() => inner.AppendAsync(name, position, sent, CancellationToken.None), cancellationToken);
    }

    /// <inheritdoc/>
    public Task SealAsync(BlobName name, CancellationToken cancellationToken) =>
        wire.CallAsync(() => inner.SealAsync(name, CancellationToken.None), cancellationToken);

    /// <inheritdoc/>
    public Task StageAsync(BlobName name, int index, ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken)
    {
        var sent = chunk.ToArray();
        return wire.CallAsync(() => inner.StageAsync(name, index, sent, CancellationToken.None), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<BlobTag> CommitAsync(BlobName name, int count, BlobTag? expected, CancellationToken cancellationToken) =>
        wire.CallAsync(() => inner.CommitAsync(name, count, expected, CancellationToken.None), cancellationToken);

    /// <inheritdoc/>
    public Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) =>
        wire.CallAsync(() => inner.ReadAsync(name, offset, length, CancellationToken.None), cancellationToken);

    /// <inheritdoc/>
    public Task<Stream> OpenReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) =>
        wire.CallAsync(() => inner.OpenReadAsync(name, offset, length, CancellationToken.None), cancellationToken);

    /// <inheritdoc/>
    public Task<BlobProperties?> PropertiesAsync(BlobName name, CancellationToken cancellationToken) =>
        wire.CallAsync(() => inner.PropertiesAsync(name, CancellationToken.None), cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(BlobName name, BlobTag? expected, CancellationToken cancellationToken) =>
        wire.CallAsync(() => inner.DeleteAsync(name, expected, CancellationToken.None), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobListing> ListAsync(
        BlobContainer container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await wire.CallAsync(() => Task.CompletedTask, cancellationToken);
        await foreach (var listing in inner.ListAsync(container, prefix, cancellationToken))
        {
            yield return listing;
        }
    }
}
