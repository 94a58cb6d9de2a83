using Orleans;

namespace MonEspaceSante.Grains.Outbox;

/// <summary>Visits the grains that pokes of one queue name. The key is the queue, 0 to 63.</summary>
[Alias("mes.outbox-sweeper")]
public interface IOutboxSweeperGrain : IGrainWithIntegerKey
{
    /// <summary>Visits those whose poke is due; answers how many.</summary>
    [Alias("Sweep")]
    Task<int> Sweep();
}
