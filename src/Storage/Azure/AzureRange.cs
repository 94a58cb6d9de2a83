using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Azure;

/// <summary>A part of a blob on its way, with what the service tells of the whole.</summary>
internal sealed record AzureRange(Stream Content, long Length, BlobTag Tag, long BlobLength) : IDisposable
{
    /// <summary>Asks for the bytes from <paramref name="offset"/>, at most <paramref name="length"/>: one call, two where there are none.</summary>
    public static async Task<AzureRange> OpenAsync(BlobClient blob, long offset, long length, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length > 0)
        {
            try
            {
                var found = (await blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = new(offset, length) }, cancellationToken)).Value;
                return new(found.Content, found.Details.ContentLength, new(found.Details.ETag.ToString()), WholeLength(found.Details));
            }
            catch (RequestFailedException refusal) when (refusal.Status is 416)
            {
                // The range begins at the end of the blob or after it.
            }
        }

        var properties = (await blob.GetPropertiesAsync(conditions: null, cancellationToken)).Value;
        return new(Stream.Null, 0, new(properties.ETag.ToString()), properties.ContentLength);
    }

    /// <inheritdoc/>
    public void Dispose() => Content.Dispose();

    // "bytes 0-99/1234"
    private static long WholeLength(BlobDownloadDetails details) => details.ContentRange is { } range
        ? long.Parse(range.AsSpan(range.LastIndexOf('/') + 1), CultureInfo.InvariantCulture)
        : details.ContentLength;
}
