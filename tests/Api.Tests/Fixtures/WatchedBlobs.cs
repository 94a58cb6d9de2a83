using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Api.Tests.Fixtures;

/// <summary>A store that counts what is asked of it, and is out of reach from a chosen call on.</summary>
internal sealed class WatchedBlobs(IBlobStore store) : DelegatingBlobStore(store)
{
    private int _calls;
    private int _ofJournals;
    private int _failsFrom = int.MaxValue;
    private bool _afterEffect;

    /// <summary>How many calls there were since the last reset.</summary>
    public int Calls => _calls;

    /// <summary>How many of them were about journals: what the platform does by itself meanwhile (what is due, snapshots) is not.</summary>
    public int CallsOfJournals => _ofJournals;

    /// <summary>Whether a call has failed since the last reset.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Counts from nothing again; fails from the call <paramref name="failsFrom"/> on, the first of them with or without effect.</summary>
    public void Reset(int failsFrom = int.MaxValue, bool afterEffect = false) =>
        (_calls, _ofJournals, _failsFrom, _afterEffect, HasFailed) = (0, 0, failsFrom, afterEffect, false);

    public override Task<bool> CreateAppendBlobAsync(BlobName name, CancellationToken cancellationToken) =>
        Watched(name, () => base.CreateAppendBlobAsync(name, cancellationToken));

    public override Task AppendAsync(BlobName name, long position, ReadOnlyMemory<byte> block, CancellationToken cancellationToken) =>
        Watched(name, async () =>
        {
            await base.AppendAsync(name, position, block, cancellationToken);
            return true;
        });

    public override Task<BlobContent> ReadAsync(BlobName name, long offset, long length, CancellationToken cancellationToken) =>
        Watched(name, () => base.ReadAsync(name, offset, length, cancellationToken));

    public override Task<BlobTag> CommitAsync(BlobName name, int count, BlobTag? expected, CancellationToken cancellationToken) =>
        Watched(name, () => base.CommitAsync(name, count, expected, cancellationToken));

    public override Task<BlobProperties?> PropertiesAsync(BlobName name, CancellationToken cancellationToken) =>
        Watched(name, () => base.PropertiesAsync(name, cancellationToken));

    private async Task<T> Watched<T>(BlobName name, Func<Task<T>> call)
    {
        if (name.Container is BlobContainer.Journals)
        {
            Interlocked.Increment(ref _ofJournals);
        }

        var number = Interlocked.Increment(ref _calls);
        if (number < _failsFrom)
        {
            return await call();
        }

        HasFailed = true;
        if (_afterEffect && number == _failsFrom)
        {
            await call();
        }

        throw new StorageUnavailableException("The store is out of reach.");
    }
}
