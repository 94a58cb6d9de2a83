using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Silo.Hosting;

/// <summary>Has the heads of the journals signed every night. Every silo wakes; the first to claim the night signs it.</summary>
internal sealed partial class NightWatch(HeadSigning signing, TimeProvider time, ILogger<NightWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            var hour = NightClock.NextAfter(now);
            await Task.Delay(hour - now, time, stoppingToken);
            await SignAsync(NightClock.DateOf(hour), stoppingToken);
        }
    }

    private async Task SignAsync(DateOnly night, CancellationToken cancellationToken)
    {
        try
        {
            if (await signing.ClaimAsync(night, cancellationToken))
            {
                var tally = await signing.SignAsync(
                    night, fault => LogFault(logger, fault.Journal.ToString(), fault.Segment, fault.Position, fault.Reason), cancellationToken);
                LogSigned(logger, night, tally.Journals, tally.Shards, tally.Faults);
            }
        }
        catch (StorageUnavailableException trouble)
        {
            LogBrokenOff(logger, night, trouble);
        }
    }

    [LoggerMessage(4101, LogLevel.Information, "The night of {Night}: {Journals} heads signed in {Shards} shards, {Faults} journals at fault.")]
    private static partial void LogSigned(ILogger logger, DateOnly night, long journals, int shards, long faults);

    [LoggerMessage(4102, LogLevel.Error, "The journal of digest {Journal} was not signed: segment {Segment}, byte {Position}: {Reason}.")]
    private static partial void LogFault(ILogger logger, string journal, int segment, long position, string reason);

    [LoggerMessage(4103, LogLevel.Warning, "The signing of the night of {Night} broke off; the next night goes on, or mes sign-heads.")]
    private static partial void LogBrokenOff(ILogger logger, DateOnly night, Exception trouble);
}
