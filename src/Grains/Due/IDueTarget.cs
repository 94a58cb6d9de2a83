using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Outbox;
using Orleans;

namespace MonEspaceSante.Grains.Due;

/// <summary>A grain that asks to be called back at a time: what its decisions hold in <see cref="Decision{TEvent,TAnswer}.Due"/>.</summary>
[Alias("mes.due-target")]
public interface IDueTarget : IOutboxOwner
{
    /// <summary>
    /// <paramref name="item"/> has fallen due. Called at or after its time, at least once, by the platform: what was done for this identity already, or matters no
    /// longer, changes nothing. Returning confirms it; after a failure it is called again, a minute later and then ever more seldom.
    /// </summary>
    [Alias("FallDue")]
    Task FallDue(DueItem item);
}
