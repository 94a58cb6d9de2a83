using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Due;

namespace MonEspaceSante.Due_Bench;

/// <summary>Is woken, and counts it: what is measured is the index and its workers.</summary>
public interface ISleeperGrain : IDueTarget;

[GrainType("sleeper")]
internal sealed class SleeperGrain : Grain, ISleeperGrain
{
    private static long _woken;

    public static long Woken => Interlocked.Read(ref _woken);

    public Task FallDue(DueItem item)
    {
        Interlocked.Increment(ref _woken);
        return Task.CompletedTask;
    }

    public Task Receipt(string streamNamespace, string streamKey, long sequence) => Task.CompletedTask;

    public Task<bool> Flush() => Task.FromResult(false);
}
