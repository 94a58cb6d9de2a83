using Orleans.Runtime;

namespace Orleans;

/// <summary>What the engine asks of a grain class. <see cref="Grain"/> is the usual way to have it.</summary>
public interface IGrainBase
{
    /// <summary>The activation that this object is the instance of.</summary>
    IGrainContext GrainContext { get; }

    /// <summary>Runs before the first call. If it throws, the calls that waited for it fail and the next call starts afresh.</summary>
    Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

    /// <summary>Runs after the last call, before another activation of the same grain may start. What it throws is logged and forgotten.</summary>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
}
