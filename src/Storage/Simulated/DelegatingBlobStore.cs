using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Simulated;

/// <summary>Passes every call on to <paramref name="inner"/>; a test overrides the one it wants to watch or to spoil.</summary>
public abstract class DelegatingBlobStore(IBlobStore inner) : IBlobStore
{
    /// <summary>The store behind.</summary>
    protected IBlobStore Inner { get; } = inner;

    /// <inheritdoc/>
    public virtual Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken) =>
        Inner.CreateAppendBlobAsync(name, cancellationToken);

    /// <inheritdoc/>
    public virtual Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
        Inner.AppendAsync(name, position, block, cancellationToken);

    /// <inheritdoc/>
    public virtual Task SealAsync(BlobName name, CancellationToken cancellationToken) => Inner.SealAsync(name, cancellationToken);

    /// <inheritdoc/>
    public virtual Task StageAsync(BlobName name, int index, ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken) =>
        Inner.StageAsync(name, index, chunk, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BlobTag> CommitAsync(BlobName name, int count, BlobTag? expected, CancellationToken cancellationToken) =>
        Inner.CommitAsync(name, count, expected, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) =>
        Inner.ReadAsync(name, offset, length, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Stream> OpenReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) =>
        Inner.OpenReadAsync(name, offset, length, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<BlobProperties?> PropertiesAsync(BlobName name, CancellationToken cancellationToken) =>
        Inner.PropertiesAsync(name, cancellationToken);

    /// <inheritdoc/>
    public virtual Task DeleteAsync(BlobName name, BlobTag? expected, CancellationToken cancellationToken) =>
        Inner.DeleteAsync(name, expected, cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<BlobListing> ListAsync(BlobContainer container, string prefix, CancellationToken cancellationToken) =>
        Inner.ListAsync(container, prefix, cancellationToken);
}
