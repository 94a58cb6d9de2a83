using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MonEspaceSante.Engine_Tests;

/// <summary>The stand-in, on a clock that moves only when a test says so.</summary>
public sealed partial class Cluster : IAsyncDisposable
{
    private readonly ManualClock _clock;
    private readonly IHost _host;

    private Cluster(IHost host, ManualClock clock)
    {
        _host = host;
        _clock = clock;
        Client = host.Services.GetRequiredService<IClusterClient>();
    }

    public IClusterClient Client { get; }

    public static async Task<Cluster> StartAsync(Action<ISiloBuilder>? configure = null)
    {
        var clock = new ManualClock();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(clusterId: $"test-{Guid.NewGuid():N}").AddMemoryStreams(Streams).AddMemoryGrainStorage("PubSubStore");
            configure?.Invoke(silo);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new Cluster(host, clock);
    }

    /// <summary>Lets time pass for timers, timeouts and collection.</summary>
    public Task PassAsync(TimeSpan time)
    {
        _clock.Advance(time);
        return Task.CompletedTask;
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
