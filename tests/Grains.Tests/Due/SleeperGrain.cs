using System.Collections.Concurrent;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Due;

namespace MonEspaceSante.Grains.Tests.Due;

/// <summary>Is woken in great numbers, and tells the test which of its items it was woken for.</summary>
public interface ISleeperGrain : IDueTarget;

[GrainType("sleeper")]
internal sealed class SleeperGrain(TimeProvider time) : Grain, ISleeperGrain
{
    public static ConcurrentDictionary<Guid, TimeSpan> Late { get; } = new();

    public Task FallDue(DueItem item)
    {
        Assert.True(Late.TryAdd(item.Id, time.GetUtcNow() - item.At), "Woken twice.");
        return Task.CompletedTask;
    }

    public Task Receipt(string streamNamespace, string streamKey, long sequence) => Task.CompletedTask;

    public Task<bool> Flush() => Task.FromResult(false);
}
