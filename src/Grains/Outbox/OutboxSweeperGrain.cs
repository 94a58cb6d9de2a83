using System.Globalization;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Grains.Journals;
using Orleans;
using Orleans.Runtime;

namespace MonEspaceSante.Grains.Outbox;

[GrainType("outbox-sweeper")]
internal sealed partial class OutboxSweeperGrain(Pokes pokes, ILogger<OutboxSweeperGrain> logger) : Grain, IOutboxSweeperGrain
{
    // A grain that still has something to send after so many visits needs an operator (storage design, section 7).
    private const int MostReceptions = 10;

    public async Task<int> Sweep()
    {
        var queue = (int)this.GetPrimaryKeyLong();
        var due = await pokes.ReceiveAsync(queue, CancellationToken.None);
        foreach (var poke in due)
        {
            try
            {
                var owner = GrainFactory.GetGrain<IOutboxOwner>(GrainId.Parse(poke.Body, CultureInfo.InvariantCulture));
                if (!await owner.Flush())
                {
                    await pokes.DoneAsync(queue, poke, CancellationToken.None);
                    continue;
                }
            }
            catch (Exception trouble) when (trouble is StorageTroubleException or TimeoutException)
            {
                LogVisitFailed(logger, trouble);
            }

            if (poke.Receptions > MostReceptions)
            {
                await pokes.SetAsideAsync(queue, poke, CancellationToken.None);
                LogSetAside(logger, poke.Receptions);
            }
        }

        return due.Count;
    }

    [LoggerMessage(3011, LogLevel.Warning, "A visit to an outbox failed; its poke is received again.")]
    private static partial void LogVisitFailed(ILogger logger, Exception trouble);

    [LoggerMessage(3012, LogLevel.Error, "A poke was set aside after {Receptions} receptions.")]
    private static partial void LogSetAside(ILogger logger, int receptions);
}
