using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using MonEspaceSante.Storage.Blobs;
using BlobProperties = MonEspaceSante.Storage.Blobs.BlobProperties;

namespace MonEspaceSante.Storage.Azure;

/// <summary>Blobs in Azure Storage, or in an emulator of it. A container is made at its first write.</summary>
/// <remarks>
/// Uses only the calls of the storage design, section 2: the client's others need System.IO.Hashing, which may be absent.
/// No call outlives 5 seconds per attempt; only reads are attempted again. Staged chunks belong to the instance that staged them.
/// </remarks>
public sealed class AzureBlobStore : IBlobStore
{
    private readonly Dictionary<BlobContainer, AzureContainer> _containers;

    // Part of the identity of our blocks: another process, or a late request of a dead one, never puts its chunk in the place of ours.
    private readonly string _instance = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Blobs in <paramref name="accounts"/>. Nothing is called before the first use.</summary>
    public AzureBlobStore(AzureAccounts accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        _containers = Enum.GetValues<BlobContainer>().ToDictionary(
            container => container, container => new AzureContainer(accounts.Of(container), container));
    }

    /// <inheritdoc/>
    public Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken) => AzureCalls.TryAsync(
        async () =>
        {
            await _containers[name.Container].MakeAsync(cancellationToken);

            // Without this condition the service would empty a blob that exists: there is no other way to create here.
            var ifAbsent = new AppendBlobCreateOptions { Conditions = new() { IfNoneMatch = ETag.All } };
            try
            {
                await Appends(name).CreateAsync(ifAbsent, cancellationToken);
                return true;
            }
            catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.BlobAlreadyExists)
            {
                return false;
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        BlobLimits.CheckBlock(position, block);
        var atPosition = new AppendBlobAppendBlockOptions { Conditions = new() { IfAppendPositionEqual = position } };
        return AzureCalls.TryAsync(
            async () =>
            {
                using var content = new BlockStream(block);
                return await Appends(name).AppendBlockAsync(content, atPosition, cancellationToken);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task SealAsync(BlobName name, CancellationToken cancellationToken) => AzureCalls.TryAsync(
        () => Appends(name).SealAsync(conditions: null, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task StageAsync(BlobName name, int index, ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken)
    {
        BlobLimits.CheckChunk(index, chunk);
        return AzureCalls.TryAsync(
            async () =>
            {
                await _containers[name.Container].MakeAsync(cancellationToken);
                using var content = new BlockStream(chunk);
                return await Blocks(name).StageBlockAsync(BlockId(index), content, options: null, cancellationToken);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<BlobTag> CommitAsync(BlobName name, int count, BlobTag? expected, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var conditions = expected is { Value: var tag }
            ? new BlobRequestConditions { IfMatch = new ETag(tag) }
            : new BlobRequestConditions { IfNoneMatch = ETag.All };
        return AzureCalls.TryAsync(
            async () =>
            {
                await _containers[name.Container].MakeAsync(cancellationToken);
                var blob = await Blocks(name).CommitBlockListAsync(
                    Enumerable.Range(0, count).Select(BlockId), new CommitBlockListOptions { Conditions = conditions }, cancellationToken);
                return new BlobTag(blob.Value.ETag.ToString());
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) => AzureCalls.TryAsync(
        async () =>
        {
            using var range = await AzureRange.OpenAsync(Reads(name), offset, length, cancellationToken);
            var bytes = new byte[range.Length];
            await range.Content.ReadExactlyAsync(bytes, cancellationToken);
            return new BlobContent(bytes, range.Tag, range.BlobLength);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<Stream> OpenReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) => AzureCalls.TryAsync<Stream>(
        async () => new AzureBlobStream((await AzureRange.OpenAsync(Reads(name), offset, length, cancellationToken)).Content),
        cancellationToken);

    /// <inheritdoc/>
    public async Task<BlobProperties?> PropertiesAsync(BlobName name, CancellationToken cancellationToken)
    {
        try
        {
            var found = await AzureCalls.TryAsync(
                () => Reads(name).GetPropertiesAsync(conditions: null, cancellationToken), cancellationToken);
            return new(found.Value.ContentLength, new(found.Value.ETag.ToString()), found.Value.IsSealed);
        }
        catch (BlobNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(BlobName name, BlobTag? expected, CancellationToken cancellationToken)
    {
        var conditions = expected is { Value: var tag } ? new BlobRequestConditions { IfMatch = new ETag(tag) } : null;
        try
        {
            await AzureCalls.TryAsync(
                () => _containers[name.Container].Writes.GetBlobClient(name.Path).DeleteAsync(DeleteSnapshotsOption.None, conditions, cancellationToken),
                cancellationToken);
        }
        catch (BlobNotFoundException)
        {
            // Removed already.
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobListing> ListAsync(
        BlobContainer container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var blobs = _containers[container].Reads
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(blobs, cancellationToken))
        {
            yield return new(blobs.Current.Name, blobs.Current.Properties.ContentLength ?? 0);
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<BlobItem> blobs, CancellationToken cancellationToken)
    {
        try
        {
            return await AzureCalls.TryAsync(() => blobs.MoveNextAsync().AsTask(), cancellationToken);
        }
        catch (BlobNotFoundException)
        {
            // The container is made at its first write: before that, it lists nothing.
            return false;
        }
    }

    // The identities of all blocks of a blob must have the same length.
    private string BlockId(int index) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_instance}{index:D8}")));

    private BlobClient Reads(BlobName name) => _containers[name.Container].Reads.GetBlobClient(name.Path);

    private AppendBlobClient Appends(BlobName name) => _containers[name.Container].Writes.GetAppendBlobClient(name.Path);

    private BlockBlobClient Blocks(BlobName name) => _containers[name.Container].Writes.GetBlockBlobClient(name.Path);
}
