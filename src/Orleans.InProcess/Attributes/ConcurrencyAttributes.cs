using Orleans.Placement;

namespace Orleans.Concurrency;

/// <summary>The method changes nothing: its calls run beside each other, but never beside a call that may change something.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;

/// <summary>The method's calls start at once, between the turns of whatever else runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;

/// <summary>The caller does not wait for the method to run and never learns how it ended.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;

/// <summary>All calls of the grain class start at once, between each other's turns.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;

/// <summary>The grain class keeps no state: one key may have several activations, which share the calls.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StatelessWorkerAttribute : PlacementAttribute
{
    /// <summary>As many activations per key as the machine has processors.</summary>
    public StatelessWorkerAttribute() : this(-1)
    {
    }

    /// <summary>At most <paramref name="maxLocalWorkers"/> activations per key; -1 means as many as processors.</summary>
    public StatelessWorkerAttribute(int maxLocalWorkers)
    {
        ArgumentOutOfRangeException.ThrowIfZero(maxLocalWorkers);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLocalWorkers, -1);
        MaxLocalWorkers = maxLocalWorkers < 0 ? Environment.ProcessorCount : maxLocalWorkers;
    }

    internal int MaxLocalWorkers { get; }
}
