using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Due_Bench;

/// <summary>Blobs in memory that count what is asked of them.</summary>
internal sealed class CountingBlobs() : DelegatingBlobStore(new SimulatedBlobStore())
{
    private long _calls;

    public long Calls => Interlocked.Read(ref _calls);

    public override Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return base.CreateAppendBlobAsync(name, cancellationToken);
    }

    public override Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return base.AppendAsync(name, position, block, cancellationToken);
    }

    public override Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return base.ReadAsync(name, offset, length, cancellationToken);
    }

    public override Task<BlobProperties?> PropertiesAsync(BlobName name, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return base.PropertiesAsync(name, cancellationToken);
    }

    public override Task DeleteAsync(BlobName name, BlobTag? expected, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return base.DeleteAsync(name, expected, cancellationToken);
    }

    public override IAsyncEnumerable<BlobListing> ListAsync(BlobContainer container, string prefix, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return base.ListAsync(container, prefix, cancellationToken);
    }
}
