using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Azure;

/// <summary>A container, through one client that repeats its calls and one that does not.</summary>
internal sealed class AzureContainer(AzureAccount account, BlobContainer container)
{
    private volatile bool _made;

    /// <summary>For reads.</summary>
    public BlobContainerClient Reads => field ??= Client(AzureCalls.Repeat);

    /// <summary>For everything that changes something.</summary>
    public BlobContainerClient Writes => field ??= Client(AzureCalls.SendOnce);

    /// <summary>Makes the container if it is not known to exist.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (_made)
        {
            return;
        }

        try
        {
            await Writes.CreateAsync(PublicAccessType.None, metadata: null, encryptionScopeOptions: null, cancellationToken);
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.ContainerAlreadyExists)
        {
            // What was wanted.
        }

        _made = true;
    }

    private BlobContainerClient Client(Action<BlobClientOptions> set)
    {
        var options = new BlobClientOptions();
        set(options);
        return account.Blobs(options).GetBlobContainerClient(container.ToString().ToLowerInvariant());
    }
}
