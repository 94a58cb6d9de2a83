using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Outbox;

namespace MonEspaceSante.Silo.Hosting;

/// <summary>Has the sweepers look for pokes that are due, every ten seconds. Every silo does; a sweep too many is harmless.</summary>
internal sealed partial class OutboxTicker(IGrainFactory grains, TimeProvider time, ILogger<OutboxTicker> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        using var acting = CallerContext.Become(new Caller.Platform("outbox"));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            for (var queue = 0; queue < Pokes.Queues && !stoppingToken.IsCancellationRequested; queue++)
            {
                try
                {
                    await grains.GetGrain<IOutboxSweeperGrain>(queue).Sweep();
                }
                catch (Exception trouble) when (trouble is not OutOfMemoryException)
                {
                    LogSweepFailed(logger, queue, trouble);
                }
            }
        }
    }

    [LoggerMessage(4001, LogLevel.Warning, "The sweep of outbox queue {Queue} failed; the next one tries again.")]
    private static partial void LogSweepFailed(ILogger logger, int queue, Exception trouble);
}
