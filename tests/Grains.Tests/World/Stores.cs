using MonEspaceSante.Storage.Simulated;

namespace MonEspaceSante.Grains.Tests.World;

/// <summary>What outlives a platform: its stores and the clock on the wall.</summary>
internal sealed class Stores
{
    public Stores() => Queues = new(Clock);

    public ShiftedClock Clock { get; } = new();

    public MeteredBlobs Blobs { get; } = new();

    /// <summary>The process that uses them, and ends at a call of a test's choice.</summary>
    public MortalProcess Process { get; } = new();

    public SimulatedQueueStore Queues { get; }

    public SimulatedKeyRing Ring { get; } = new();
}
