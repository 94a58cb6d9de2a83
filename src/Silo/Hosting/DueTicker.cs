using MonEspaceSante.Grains.Due;

namespace MonEspaceSante.Silo.Hosting;

/// <summary>Makes a round through what has fallen due, every minute. Every silo does; a round too many is harmless.</summary>
internal sealed partial class DueTicker(DueRounds rounds, TimeProvider time, ILogger<DueTicker> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await rounds.RunAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not (OutOfMemoryException or OperationCanceledException))
            {
                LogRoundFailed(logger, trouble);
            }
        }
    }

    [LoggerMessage(4011, LogLevel.Warning, "A round through the due index failed; the next one tries again.")]
    private static partial void LogRoundFailed(ILogger logger, Exception trouble);
}
