using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Tests.Contracts;

/// <summary>What every blob store promises. An adapter's tests inherit from it and say how to open the adapter.</summary>
/// <remarks>Blob names are random: adapters may share one place between all their tests.</remarks>
public abstract partial class BlobStoreContract
{
    /// <summary>The store under test; throws the skip where the machine cannot run it.</summary>
    protected abstract IBlobStore Store { get; }

    /// <summary>One more instance of the adapter, on the same place.</summary>
    protected abstract IBlobStore OpenAnother();

    /// <summary>Closes <see cref="Store"/> and opens it again.</summary>
    protected abstract void Reopen();

    protected static CancellationToken None => CancellationToken.None;

    protected static BlobName NewName(BlobContainer container = BlobContainer.Journals) =>
        new(container, $"0a1/{Guid.NewGuid():N}/j/00000001");

    protected static byte[] Bytes(int length) => RandomNumberGenerator.GetBytes(length);

    protected static async Task<byte[]> ReadAll(IBlobStore store, BlobName name) =>
        (await store.ReadAsync(name, 0, long.MaxValue / 2, None)).Bytes.ToArray();

    protected static async Task<string> ReadText(IBlobStore store, BlobName name) => Encoding.UTF8.GetString(await ReadAll(store, name));

    protected static async Task<BlobTag> Put(IBlobStore store, BlobName name, params byte[][] chunks)
    {
        for (var index = 0; index < chunks.Length; index++)
        {
            await store.StageAsync(name, index, chunks[index], None);
        }

        return await store.CommitAsync(name, chunks.Length, expected: null, None);
    }

    /// <summary>Whether the write happened; a refused condition is a no.</summary>
    protected static async Task<bool> Happened(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (BlobConditionException)
        {
            return false;
        }
    }
}
