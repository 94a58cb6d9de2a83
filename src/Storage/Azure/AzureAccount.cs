using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace MonEspaceSante.Storage.Azure;

/// <summary>A storage account and the right to use it: an identity in production, a connection string for an emulator.</summary>
public sealed class AzureAccount
{
    private readonly Func<BlobClientOptions, BlobServiceClient> _blobs;
    private readonly Func<QueueClientOptions, QueueServiceClient> _queues;

    private AzureAccount(Func<BlobClientOptions, BlobServiceClient> blobs, Func<QueueClientOptions, QueueServiceClient> queues)
    {
        _blobs = blobs;
        _queues = queues;
    }

    /// <summary>The account of a connection string. It holds a secret: for local runs and tests only (security design, rule 35).</summary>
    public static AzureAccount FromConnectionString(string connectionString) => new(
        options => new(connectionString, options),
        options => new(connectionString, options));

    /// <summary>The account at these addresses, used under <paramref name="credential"/>.</summary>
    /// <param name="blobs">Address of its blob service.</param>
    /// <param name="queues">Address of its queue service.</param>
    /// <param name="credential">Usually the managed identity of the host.</param>
    public static AzureAccount At(Uri blobs, Uri queues, TokenCredential credential) => new(
        options => new(blobs, credential, options),
        options => new(queues, credential, options));

    /// <summary>A client of the blob service.</summary>
    internal BlobServiceClient Blobs(BlobClientOptions options) => _blobs(options);

    /// <summary>A client of the queue service.</summary>
    internal QueueServiceClient Queues(QueueClientOptions options) => _queues(options);
}
