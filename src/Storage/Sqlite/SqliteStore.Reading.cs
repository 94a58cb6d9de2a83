using System.Runtime.CompilerServices;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Sqlite;

/// <content>Reads: on the caller's thread, never waiting for a writer.</content>
public sealed partial class SqliteStore
{
    private const int ListingPage = 1_000;

    /// <inheritdoc/>
    public Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken)
    {
        CheckRange(offset, length);
        return ReadAsync(session => Read(session, name, offset, length), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Stream> OpenReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken)
    {
        CheckRange(offset, length);
        return ReadAsync<Stream>(
            session =>
            {
                var blob = BlobRows.Require(session, name);
                return new BlobRowStream(_reads, _files, blob, offset, offset + Available(blob, offset, length));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<BlobProperties?> PropertiesAsync(BlobName name, CancellationToken cancellationToken) => ReadAsync(
        session => BlobRows.Find(session, name) is { } blob
            ? new BlobProperties(blob.Length, blob.Tag, blob.Kind is BlobKind.SealedAppend)
            : null,
        cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobListing> ListAsync(
        BlobContainer container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<BlobListing> page = [];
        do
        {
            var last = page.Count > 0 ? page[^1].Path : "";
            page = await ReadAsync(session => BlobRows.List(session, container, prefix, last, ListingPage), cancellationToken);
            foreach (var blob in page)
            {
                yield return blob;
            }
        }
        while (page.Count is ListingPage);
    }

    private static void CheckRange(long offset, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
    }

    private static long Available(BlobRow blob, long offset, long length) => Math.Max(0, Math.Min(length, blob.Length - offset));

    private BlobContent Read(Session session, BlobName name, long offset, long length)
    {
        var blob = BlobRows.Require(session, name);
        while (true)
        {
            var bytes = new byte[Available(blob, offset, length)];
            if (BlobRows.Fill(session, _files, blob.Id, offset, bytes) == bytes.Length)
            {
                return new(bytes, blob.Tag, blob.Length);
            }

            // Replaced between the two queries: read what is there now. The same row without its bytes is a lost file.
            var lost = blob.Id;
            blob = BlobRows.Require(session, name);
            if (blob.Id == lost)
            {
                throw new StorageUnavailableException($"A file of {name} is missing.");
            }
        }
    }

    // Reads are short, and mostly from memory: they run at once, on the caller's thread.
    private Task<T> ReadAsync<T>(Func<Session, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            using var lease = _reads.Rent();
            return Task.FromResult(read(lease.Session));
        }
        catch (Exception failure)
        {
            return Task.FromException<T>(failure);
        }
    }
}
