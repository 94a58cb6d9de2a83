using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Tests.Proofs;

/// <summary>Moves blobs from one store to another.</summary>
internal static class StoreBlobs
{
    public static async Task CopyAsync(IBlobStore from, IBlobStore to, BlobContainer container)
    {
        await foreach (var listed in from.ListAsync(container, "", CancellationToken.None))
        {
            var name = new BlobName(container, listed.Path);
            await to.StageAsync(name, 0, (await from.ReadAsync(name, 0, listed.Length, CancellationToken.None)).Bytes, CancellationToken.None);
            await to.CommitAsync(name, 1, null, CancellationToken.None);
        }
    }
}
