using System.Runtime.CompilerServices;
using MonEspaceSante.Engine_Tests.Grains;
using Orleans.Configuration;

namespace MonEspaceSante.Engine_Tests.InProcess;

[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Semantics 5: what a collected activation held is free again, and an idle one holds little.</summary>
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Activations = 5_000;

    [Fact]
    public async Task Memory_comes_back_after_collection()
    {
        await using var cluster = await Cluster.StartAsync(
            silo => silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromMinutes(2)));
        var instances = await Activate(cluster);
        Assert.All(instances, instance => Assert.True(instance.TryGetTarget(out _)));

        await cluster.PassAsync(TimeSpan.FromMinutes(5));
        await Task.WhenAll(Enumerable.Range(0, Activations).Select(number => Signals.UntilCounted($"{Key(number)} gone", 1)));
        await cluster.Client.GetGrain<ICallerGrain>("any").Name();

        // What the last turns still hold on their threads is let go when these threads do something else.
        var left = int.MaxValue;
        for (var attempt = 0; attempt < 50 && left > 0; attempt++)
        {
            await Task.Delay(10);
            GC.Collect();
            left = instances.Count(instance => instance.TryGetTarget(out _));
        }

        Assert.InRange(left, 0, Environment.ProcessorCount);
    }

    [Fact]
    public async Task An_idle_activation_holds_less_than_1770_bytes()
    {
        await using var cluster = await Cluster.StartAsync();
        await cluster.Client.GetGrain<IGreetingGrain>(-1).Greet(new Greeting("", 0));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var number = 0; number < Activations; number++)
        {
            await cluster.Client.GetGrain<IGreetingGrain>(number).Greet(new Greeting("", 0));
        }

        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - before) / Activations, 1, 1_770);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<List<WeakReference<object>>> Activate(Cluster cluster)
    {
        MemorableGrain.Instances.Clear();
        await Task.WhenAll(Enumerable.Range(0, Activations).Select(number => cluster.Client.GetGrain<IMemorableGrain>(Key(number)).Remember()));
        return [.. MemorableGrain.Instances];
    }

    private static string Key(int number) => $"memorable {number}";
}

/// <summary>Leaves a trace of its instances.</summary>
[Alias("engine-tests.memorable")]
public interface IMemorableGrain : IGrainWithStringKey
{
    [Alias("remember")]
    Task Remember();
}

[GrainType("engine-tests.memorable")]
internal sealed class MemorableGrain : Grain, IMemorableGrain
{
    public static System.Collections.Concurrent.ConcurrentBag<WeakReference<object>> Instances { get; } = [];

    public Task Remember()
    {
        Instances.Add(new(this));
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Signals.Count($"{this.GetPrimaryKeyString()} gone");
        return Task.CompletedTask;
    }
}
