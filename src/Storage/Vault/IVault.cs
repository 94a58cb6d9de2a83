using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Storage.Vault;

/// <summary>Encrypted document content, outside the journals (storage design, section 5). Content is immutable.</summary>
public interface IVault
{
    /// <summary>
    /// Stores <paramref name="content"/> in chunks, each AES-256-GCM under a key of this document alone, and answers what is needed to read it.
    /// Until a journal mentions the answer, the content is an orphan that a sweep removes after 48 hours.
    /// </summary>
    /// <param name="space">Whose document it is.</param>
    /// <param name="document">The document.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="maximum">The most bytes accepted.</param>
    /// <param name="cancellationToken">Ends the writing; what was staged is never visible.</param>
    /// <exception cref="ContentTooLargeException">The content is longer than <paramref name="maximum"/>; nothing is kept.</exception>
    /// <exception cref="Blobs.StorageUnavailableException">The store is out of reach; nothing is readable.</exception>
    Task<VaultedContent> WriteAsync(JournalId space, Guid document, Stream content, long maximum, CancellationToken cancellationToken);

    /// <summary>
    /// Opens the plain bytes from <paramref name="offset"/>, at most <paramref name="length"/>. Each chunk is authenticated before any byte of it is given;
    /// a read of the whole content also checks its SHA-256 before the last chunk is given.
    /// </summary>
    /// <exception cref="ContentDamagedException">The stored bytes are not those that were written.</exception>
    /// <exception cref="Blobs.BlobNotFoundException">The content is not there (yet, after a failover).</exception>
    Task<Stream> OpenReadAsync(VaultedContent content, long offset, long length, CancellationToken cancellationToken);

    /// <summary>Removes the content, for erasure.</summary>
    Task DeleteAsync(VaultedContent content, CancellationToken cancellationToken);

    /// <summary>Removes all that <paramref name="space"/> holds, orphans included, and answers how many contents there were.</summary>
    /// <exception cref="Blobs.StorageUnavailableException">The store is out of reach: to be called again.</exception>
    Task<int> DeleteAllAsync(JournalId space, CancellationToken cancellationToken);
}

/// <summary>Where content is and what opens it. Travels only inside encrypted journal entries and grain calls.</summary>
/// <param name="Blob">Path in the documents container.</param>
/// <param name="Key">The 256-bit key of this document.</param>
/// <param name="Length">Plain bytes.</param>
/// <param name="Sha256">Of the plain bytes, lower-case hexadecimal.</param>
/// <param name="Sha1">Of the plain bytes, base64: what XDS and FHIR's attachment.hash carry.</param>
public sealed record VaultedContent(string Blob, string Key, long Length, string Sha256, string Sha1);

/// <summary>More bytes than allowed.</summary>
public sealed class ContentTooLargeException(long maximum) : Exception($"The content is longer than {maximum} bytes.")
{
    /// <summary>The most bytes accepted.</summary>
    public long Maximum { get; } = maximum;
}

/// <summary>Stored content fails its authentication or its digest.</summary>
public sealed class ContentDamagedException(string message, Exception? inner = null) : Exception(message, inner);
