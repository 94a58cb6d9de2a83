using System.Runtime.CompilerServices;
using MonEspaceSante.Storage.Blobs;

namespace MonEspaceSante.Grains.Tests.World;

/// <summary>A process that ends at a storage call of a test's choice: nothing that it still tries gets through, until another one takes its place.</summary>
internal sealed class MortalProcess
{
    private int _calls;
    private int _diesAt = int.MaxValue;
    private bool _afterwards;

    /// <summary>How many calls it has made.</summary>
    public int Calls => _calls;

    public bool IsDead => _calls >= _diesAt;

    /// <summary>It ends at the <paramref name="call"/>-th call from now, from 1, before or after that call takes effect.</summary>
    public void DiesAt(int call, bool afterwards) => (_calls, _diesAt, _afterwards) = (0, call, afterwards);

    /// <summary>Another process takes its place.</summary>
    public void Restarts() => DiesAt(int.MaxValue, afterwards: false);

    public async Task<T> CallAsync<T>(Func<Task<T>> effect)
    {
        var call = Interlocked.Increment(ref _calls);
        if (call > _diesAt || (call == _diesAt && !_afterwards))
        {
            throw new StorageUnavailableException("The process has ended.");
        }

        var answer = await effect();
        return call == _diesAt ? throw new StorageUnavailableException("The process has ended.") : answer;
    }
}

/// <summary>The blobs as such a process reaches them.</summary>
internal sealed class MortalBlobs(IBlobStore inner, MortalProcess process) : IBlobStore
{
    public Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken) =>
        process.CallAsync(() => inner.CreateAppendBlobAsync(name, cancellationToken));

    public Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
        DoAsync(() => inner.AppendAsync(name, position, block, cancellationToken));

    public Task SealAsync(BlobName name, CancellationToken cancellationToken) => DoAsync(() => inner.SealAsync(name, cancellationToken));

    public Task StageAsync(BlobName name, int index, ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken) =>
        DoAsync(() => inner.StageAsync(name, index, chunk, cancellationToken));

    public Task<BlobTag> CommitAsync(BlobName name, int count, BlobTag? expected, CancellationToken cancellationToken) =>
        process.CallAsync(() => inner.CommitAsync(name, count, expected, cancellationToken));

    public Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) =>
        process.CallAsync(() => inner.ReadAsync(name, offset, length, cancellationToken));

    public Task<Stream> OpenReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) =>
        process.CallAsync(() => inner.OpenReadAsync(name, offset, length, cancellationToken));

    public Task<BlobProperties?> PropertiesAsync(BlobName name, CancellationToken cancellationToken) =>
        process.CallAsync(() => inner.PropertiesAsync(name, cancellationToken));

    public Task DeleteAsync(BlobName name, BlobTag? expected, CancellationToken cancellationToken) =>
        DoAsync(() => inner.DeleteAsync(name, expected, cancellationToken));

    public async IAsyncEnumerable<BlobListing> ListAsync(BlobContainer container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await DoAsync(() => Task.CompletedTask);
        await foreach (var listing in inner.ListAsync(container, prefix, cancellationToken))
        {
            yield return listing;
        }
    }

    private Task<bool> DoAsync(Func<Task> effect) => process.CallAsync(async () =>
    {
        await effect();
        return true;
    });
}
