using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Tests.Proofs;

/// <summary>Moves blobs from one store to another.</summary>
internal static class StoreBlobs
{
    /// <summary>Copies the blobs of <paramref name="container"/> whose names begin with <paramref name="prefix"/>; segments of journals stay append blobs.</summary>
    public static async Task CopyAsync(IBlobStore from, IBlobStore to, BlobContainer container, string prefix = "")
    {
        await foreach (var listed in from.ListAsync(container, prefix, CancellationToken.None))
        {
            var name = new BlobName(container, listed.Path);
            var bytes = (await from.ReadAsync(name, 0, listed.Length, CancellationToken.None)).Bytes;
            if (container is BlobContainer.Journals)
            {
                await to.CreateAppendBlobAsync(name, CancellationToken.None);
                await to.AppendAsync(name, 0, bytes, CancellationToken.None);
                continue;
            }

            await to.StageAsync(name, 0, bytes, CancellationToken.None);
            await to.CommitAsync(name, 1, null, CancellationToken.None);
        }
    }
}
