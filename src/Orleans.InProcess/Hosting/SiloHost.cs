using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>Starts the silo with its host, drives its two sweeps, and stops it without losing calls under way.</summary>
internal sealed class SiloHost(Silo silo, IOptions<ClusterOptions> cluster) : IHostedService, IDisposable
{
    private static readonly ConcurrentDictionary<string, Silo> Silos = new();
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);

    private ITimer? _sweep;
    private ITimer? _collector;

    /// <exception cref="SiloUnavailableException">No silo of this process has this name now.</exception>
    public static Silo Running(string clusterId) =>
        Silos.GetValueOrDefault(clusterId) ?? throw new SiloUnavailableException($"No silo of cluster \"{clusterId}\" runs in this process.");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Faults of the grain classes show now, not at the first call.
        _ = silo.Classes.All;
        silo.Open();
        Silos[cluster.Value.ClusterId] = silo;

        var second = TimeSpan.FromSeconds(1);
        _sweep = Every(silo.ResponseTimeout < second ? silo.ResponseTimeout : second, silo.SweepPending);
        _collector = Every(silo.Collection.CollectionQuantum, silo.CollectIdle);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        silo.RefuseClients();
        try
        {
            await EndCalls(cancellationToken);
            await EndActivations(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            silo.Log.DrainIncomplete();
        }

        silo.RefuseAll();
        Silos.TryRemove(KeyValuePair.Create(cluster.Value.ClusterId, silo));
        Dispose();
    }

    public void Dispose()
    {
        _sweep?.Dispose();
        _collector?.Dispose();
    }

    // Looks again on real time, whatever the silo's clock: a clock that stands still must not stop a host from stopping.
    private async Task EndCalls(CancellationToken cancellationToken)
    {
        while (!silo.Pending.IsEmpty)
        {
            await Task.Delay(LookAgain, cancellationToken);
        }
    }

    private async Task EndActivations(CancellationToken cancellationToken)
    {
        var shutdown = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The host stops.");
        while (silo.Classes.All.SelectMany(grainClass => grainClass.Activations.All).ToArray() is { Length: > 0 } active)
        {
            foreach (var activation in active)
            {
                activation.Deactivate(shutdown, cancellationToken);
            }

            // A grain that calls another on its way out may activate it: then there is another round.
            await Task.WhenAll(active.Select(activation => activation.Deactivated)).WaitAsync(cancellationToken);
        }
    }

    private ITimer Every(TimeSpan period, Action action) => silo.Clock.CreateTimer(static action => ((Action)action!)(), action, period, period);
}
