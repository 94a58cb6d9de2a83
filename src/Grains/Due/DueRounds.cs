using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Storage.Due;
using Orleans;

namespace MonEspaceSante.Grains.Due;

/// <summary>Rounds through what has fallen due. Any silo makes them, at any time: one too many is harmless, one missed makes things late.</summary>
public sealed partial class DueRounds(DueIndex index, IGrainFactory grains, TimeProvider time, ILogger<DueRounds> logger)
{
    private const int AtOnce = 8;

    /// <summary>Has the workers call back everything that is due now. What fails is logged and left for the next round.</summary>
    /// <exception cref="Storage.Blobs.StorageUnavailableException">The index could not be listed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var acting = CallerContext.Become(new Caller.Platform("due"));
        await Parallel.ForEachAsync(
            index.ListAsync(time.GetUtcNow(), cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (bucket, stop) => await WorkOffAsync(bucket, stop));
    }

    private async Task WorkOffAsync(DueBucket bucket, CancellationToken cancellationToken)
    {
        try
        {
            while (await grains.GetGrain<IDueWorkerGrain>(bucket.Worker).Work(bucket.Path))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (Exception trouble) when (trouble is not (OutOfMemoryException or OperationCanceledException))
        {
            LogFailed(logger, bucket.Path, trouble);
        }
    }

    [LoggerMessage(3022, LogLevel.Warning, "The work on {Bucket} of the due index broke off; the next round goes on.")]
    private static partial void LogFailed(ILogger logger, string bucket, Exception trouble);
}
