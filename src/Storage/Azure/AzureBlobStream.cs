using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Azure;

/// <summary>Content on its way from the service; a failure on the way is told in the words of the ports.</summary>
internal sealed class AzureBlobStream(Stream content) : ForwardStream
{
    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await AzureCalls.TryAsync(() => content.ReadAsync(buffer, cancellationToken).AsTask(), cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }
}
