using System.Globalization;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Due;
using Orleans;
using Orleans.Runtime;

namespace MonEspaceSante.Grains.Due;

[GrainType("due-worker")]
internal sealed partial class DueWorkerGrain(DueIndex index, TimeProvider time, ILogger<DueWorkerGrain> logger) : Grain, IDueWorkerGrain
{
    // A call of the worker must end well within the time that calls may take.
    private const int MostPerCall = 512;
    private const int AtOnce = 32;

    private readonly Dictionary<DueBucket, DueProgress> _buckets = [];

    public async Task<bool> Work(string bucket)
    {
        try
        {
            return await Work(DueBucket.Parse(bucket));
        }
        catch (StorageUnavailableException unavailable)
        {
            throw new StorageTroubleException(unavailable.Message);
        }
    }

    private async Task<bool> Work(DueBucket bucket)
    {
        if (bucket.IsDay)
        {
            await index.ShareOutAsync(bucket, CancellationToken.None);
            return false;
        }

        return await ProgressIn(bucket) is { } progress && await WorkOff(bucket, progress);
    }

    private async Task<DueProgress?> ProgressIn(DueBucket bucket)
    {
        var progress = _buckets.TryGetValue(bucket, out var known) ? known : new();
        if (progress.Read is not { } read || await index.TagAsync(bucket, CancellationToken.None) != read)
        {
            var (entries, tag) = await index.ReadAsync(bucket, CancellationToken.None);
            if (tag is not { } found)
            {
                _buckets.Remove(bucket);
                return null;
            }

            progress.Take(entries, found);
        }

        return _buckets[bucket] = progress;
    }

    private async Task<bool> WorkOff(DueBucket bucket, DueProgress progress)
    {
        var now = time.GetUtcNow();
        var due = progress.Due(now, MostPerCall);
        foreach (var together in due.Chunk(AtOnce))
        {
            await Task.WhenAll(together.Select(entry => CallBack(entry, now)));
            progress.Confirm(together);
        }

        if (progress.IsFinished && await index.RemoveAsync(bucket, progress.Read!.Value, CancellationToken.None))
        {
            _buckets.Remove(bucket);
        }

        return due.Count == MostPerCall;
    }

    /// <summary>Calls the target. One that fails is put into the index anew, for later: the others do not wait for it, and nothing is lost.</summary>
    private async Task CallBack(DueEntry entry, DateTimeOffset now)
    {
        try
        {
            var target = GrainFactory.GetGrain<IDueTarget>(GrainId.Parse(entry.Target, CultureInfo.InvariantCulture));
            await target.FallDue(new DueItem(Enum.Parse<DueKind>(entry.Kind), entry.Id, entry.At));
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            await index.AppendAsync([entry.Again(now + DueRetries.After(entry.Tries))], CancellationToken.None);
            LogFailed(logger, DueRetries.Level(now - entry.At), entry.Kind, entry.Tries + 1, trouble);
        }
    }

    [LoggerMessage(EventId = 3021, Message = "A call back of kind {Kind} has failed {Tries} times; it is repeated later.")]
    private static partial void LogFailed(ILogger logger, LogLevel level, string kind, int tries, Exception trouble);
}
