using System.Diagnostics.CodeAnalysis;
using Orleans.TestingHost;

namespace MonEspaceSante.Engine_Tests;

/// <summary>Orleans itself, two silos in the process of the tests, on the machine's clock.</summary>
public sealed partial class Cluster : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private Cluster(InProcessTestCluster cluster) => _cluster = cluster;

    public IClusterClient Client => _cluster.Client;

    public static async Task<Cluster> StartAsync(Action<ISiloBuilder>? configure = null)
    {
        var builder = new InProcessTestClusterBuilder(initialSilosCount: 2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryStreams(Streams).AddMemoryGrainStorage("PubSubStore");
            configure?.Invoke(silo);
        });
        builder.ConfigureClient(client => client.AddMemoryStreams(Streams));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new Cluster(cluster);
    }

    /// <summary>Lets time pass for timers, timeouts and collection.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "On the other engine, time is the cluster's own.")]
    public Task PassAsync(TimeSpan time) => Task.Delay(time);

    public Task StopAsync() => _cluster.StopSilosAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
