namespace MonEspaceSante.Storage.Blobs;

/// <summary>
/// Blobs by container and name: the only way the platform keeps bytes. Every write says which state of the blob it expects,
/// so two writers can race but never overwrite each other.
/// </summary>
/// <remarks>
/// Callers own their buffers: an implementation has read them when the call returns. No call retries a write by itself.
/// Names are opaque to the store and never carry health data or an identity.
/// Failures: <see cref="BlobConditionException"/> when the blob is not in the expected state, <see cref="BlobNotFoundException"/>
/// when it does not exist, <see cref="StorageUnavailableException"/> when the outcome of the call is unknown or the store is out of reach.
/// </remarks>
public interface IBlobStore
{
    /// <summary>Creates an empty append blob; one that exists already is left as it is and answers <see langword="false"/>.</summary>
    Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken);

    /// <summary>Appends <paramref name="block"/> (1 byte to 4 MiB) if the blob is exactly <paramref name="position"/> bytes long: all of it or nothing.</summary>
    /// <exception cref="BlobConditionException">The blob has another length, is sealed, or holds as many blocks as it may.</exception>
    /// <exception cref="BlobNotFoundException">No such append blob.</exception>
    /// <exception cref="StorageUnavailableException">It is unknown whether the block was appended.</exception>
    Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken);

    /// <summary>Refuses every later append to the blob. Sealing a sealed blob changes nothing.</summary>
    /// <exception cref="BlobNotFoundException">No such append blob.</exception>
    Task SealAsync(BlobName name, CancellationToken cancellationToken);

    /// <summary>Keeps <paramref name="chunk"/> (1 byte to 8 MiB) aside for a later commit under the number <paramref name="index"/>; nobody can read it before.</summary>
    /// <remarks>Two writers of one blob name would mix their chunks: names of block blobs are made unique by their writers.</remarks>
    Task StageAsync(BlobName name, int index, ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken);

    /// <summary>Makes the chunks 0 to <paramref name="count"/> − 1 the content of the blob, in one step, and answers its new tag.</summary>
    /// <param name="name">The blob.</param>
    /// <param name="count">How many staged chunks; zero makes an empty blob.</param>
    /// <param name="expected">The tag the blob must have now; <see langword="null"/>: the blob must not exist.</param>
    /// <param name="cancellationToken">Ends the wait, not necessarily the write.</param>
    /// <exception cref="BlobConditionException">The blob exists, or has another tag.</exception>
    Task<BlobTag> CommitAsync(BlobName name, int count, BlobTag? expected, CancellationToken cancellationToken);

    /// <summary>Reads the bytes from <paramref name="offset"/>, at most <paramref name="length"/> of them; fewer at the end of the blob, none past it.</summary>
    /// <exception cref="BlobNotFoundException">No such blob.</exception>
    Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken);

    /// <summary>Opens the bytes from <paramref name="offset"/>, at most <paramref name="length"/> of them, as a stream that the caller disposes of.</summary>
    /// <exception cref="BlobNotFoundException">No such blob.</exception>
    Task<Stream> OpenReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken);

    /// <summary>Length, tag and seal of the blob; <see langword="null"/> if there is none.</summary>
    Task<BlobProperties?> PropertiesAsync(BlobName name, CancellationToken cancellationToken);

    /// <summary>Removes the blob if it has the tag <paramref name="expected"/> (any, if <see langword="null"/>); one that does not exist is removed already.</summary>
    /// <exception cref="BlobConditionException">The blob has another tag.</exception>
    Task DeleteAsync(BlobName name, BlobTag? expected, CancellationToken cancellationToken);

    /// <summary>The blobs of <paramref name="container"/> whose name begins with <paramref name="prefix"/>, in ordinal order of their names.</summary>
    IAsyncEnumerable<BlobListing> ListAsync(BlobContainer container, string prefix, CancellationToken cancellationToken);
}
