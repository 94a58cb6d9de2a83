using System.Globalization;
using System.Runtime.CompilerServices;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Storage.Simulated;

/// <summary>Blobs in memory, without faults, for one process. Safe to call from many threads.</summary>
public sealed class SimulatedBlobStore : IBlobStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<BlobName, SimulatedBlob> _blobs = [];
    private readonly Dictionary<BlobName, Dictionary<int, byte[]>> _staged = [];
    private long _tags;

    /// <inheritdoc/>
    public Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken) =>
        Do(() => _blobs.TryAdd(name, new SimulatedBlob(appendable: true, NextTag())), cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
    {
        BlobLimits.CheckBlock(position, block);
        return Do(
            () =>
            {
                var blob = AppendBlob(name);
                if (blob.Sealed || blob.Blocks == BlobLimits.Blocks || blob.Length != position)
                {
                    throw new BlobConditionException($"{name} is {blob.Length} bytes long in {blob.Blocks} blocks, sealed: {blob.Sealed}.");
                }

                blob.Append(block.Span, NextTag());
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task SealAsync(BlobName name, CancellationToken cancellationToken) => Do(() => AppendBlob(name).Sealed = true, cancellationToken);

    /// <inheritdoc/>
    public Task StageAsync(BlobName name, int index, ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken)
    {
        BlobLimits.CheckChunk(index, chunk);
        return Do(
            () =>
            {
                if (!_staged.TryGetValue(name, out var chunks))
                {
                    _staged.Add(name, chunks = []);
                }

                chunks[index] = chunk.ToArray();
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<BlobTag> CommitAsync(BlobName name, int count, BlobTag? expected, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Do(
            () =>
            {
                CheckTag(name, expected);
                if (_blobs.GetValueOrDefault(name) is { Appendable: true })
                {
                    throw new BlobConditionException($"{name} is an append blob.");
                }

                var chunks = _staged.GetValueOrDefault(name) ?? [];
                var blob = new SimulatedBlob(appendable: false, NextTag());
                for (var index = 0; index < count; index++)
                {
                    blob.Append(
                        chunks.GetValueOrDefault(index) ?? throw new BlobConditionException($"Chunk {index} of {name} was not staged."), blob.Tag);
                }

                // As on the service: a commit forgets every chunk staged for the blob, committed or not.
                _staged.Remove(name);
                _blobs[name] = blob;
                return blob.Tag;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return Do(() => Find(name).Read(offset, length), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) =>
        new MemoryStream((await ReadAsync(name, offset, length, cancellationToken)).Bytes.ToArray(), writable: false);

    /// <inheritdoc/>
    public Task<BlobProperties?> PropertiesAsync(BlobName name, CancellationToken cancellationToken) =>
        Do(() => _blobs.TryGetValue(name, out var blob) ? new BlobProperties(blob.Length, blob.Tag, blob.Sealed) : null, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(BlobName name, BlobTag? expected, CancellationToken cancellationToken) => Do(
        () =>
        {
            if (expected is not null && _blobs.ContainsKey(name))
            {
                CheckTag(name, expected);
            }

            return _blobs.Remove(name);
        },
        cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobListing> ListAsync(
        BlobContainer container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var found = await Do(
            () => _blobs
                .Where(blob => blob.Key.Container == container && blob.Key.Path.StartsWith(prefix, StringComparison.Ordinal))
                .Select(blob => new BlobListing(blob.Key.Path, blob.Value.Length))
                .OrderBy(listing => listing.Path, StringComparer.Ordinal)
                .ToList(),
            cancellationToken);
        foreach (var listing in found)
        {
            yield return listing;
        }
    }

    private Task<T> Do<T>(Func<T> call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            lock (_gate)
            {
                return Task.FromResult(call());
            }
        }
        catch (Exception refused) when (refused is BlobConditionException or BlobNotFoundException)
        {
            return Task.FromException<T>(refused);
        }
    }

    private SimulatedBlob Find(BlobName name) => _blobs.TryGetValue(name, out var blob) ? blob : throw new BlobNotFoundException($"There is no {name}.");

    private SimulatedBlob AppendBlob(BlobName name) =>
        Find(name) is { Appendable: true } blob ? blob : throw new BlobConditionException($"{name} is not an append blob.");

    private void CheckTag(BlobName name, BlobTag? expected)
    {
        if (_blobs.GetValueOrDefault(name)?.Tag != expected)
        {
            throw new BlobConditionException($"{name} does not have the tag {expected?.Value ?? "of a blob that does not exist"}.");
        }
    }

    private BlobTag NextTag() => new((++_tags).ToString(CultureInfo.InvariantCulture));
}
