using System.Globalization;
using System.Security.Cryptography;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Vault;

/// <summary>Documents as block blobs <c>{shard}/{space}/d/{document}/{nonce}</c> of encrypted chunks (storage design, sections 4.1 and 5).</summary>
/// <param name="blobs">Where the content is.</param>
public sealed class BlobVault(IBlobStore blobs) : IVault
{
    /// <inheritdoc/>
    public async Task<VaultedContent> WriteAsync(JournalId space, Guid document, Stream content, long maximum, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(maximum);
        var key = RandomNumberGenerator.GetBytes(32);
        var path = NewPath(space, document);
        using var writer = new ChunkWriter(blobs, new(BlobContainer.Documents, path), key);
        await writer.WriteAsync(content, maximum, cancellationToken);
        return new(path, Convert.ToBase64String(key), writer.Length, writer.Sha256, writer.Sha1);
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenReadAsync(VaultedContent content, long offset, long length, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var reader = new ChunkReader(content, offset, offset + Math.Max(0, Math.Min(length, content.Length - offset)));
        try
        {
            // The first chunk at once: content that is absent or damaged refuses to open, rather than to be read.
            await reader.StartAsync(blobs, cancellationToken);
            return reader;
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(VaultedContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        return blobs.DeleteAsync(new(BlobContainer.Documents, content.Blob), expected: null, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<int> DeleteAllAsync(JournalId space, CancellationToken cancellationToken)
    {
        var deleted = 0;
        await foreach (var content in blobs.ListAsync(BlobContainer.Documents, JournalNames.Documents(space), cancellationToken))
        {
            await blobs.DeleteAsync(new(BlobContainer.Documents, content.Path), expected: null, cancellationToken);
            deleted++;
        }

        return deleted;
    }

    // The nonce keeps two attempts at one document apart: their chunks never mix.
    private static string NewPath(JournalId space, Guid document) => string.Create(
        CultureInfo.InvariantCulture, $"{JournalNames.Documents(space)}{document:N}/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");
}
