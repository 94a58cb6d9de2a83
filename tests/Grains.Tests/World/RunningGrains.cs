using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Due;
using MonEspaceSante.Grains.Exports;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Notifications;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Silo.Hosting;
using MonEspaceSante.Storage.Blobs;
using MonEspaceSante.Storage.Due;
using MonEspaceSante.Storage.Erasure;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Keys;
using MonEspaceSante.Storage.Proofs;
using MonEspaceSante.Storage.Queues;
using MonEspaceSante.Storage.Vault;

namespace MonEspaceSante.Grains.Tests.World;

/// <summary>The grains of the platform on the engine under test, over stores in memory that another instance can take over.</summary>
internal sealed class RunningGrains : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningGrains(IHost host, Stores stores)
    {
        (_host, Stores) = (host, stores);
        Factory = host.Services.GetRequiredService<IGrainFactory>();
    }

    public Stores Stores { get; }

    public IGrainFactory Factory { get; }

    public IServiceProvider Services => _host.Services;

    public static async Task<RunningGrains> StartAsync(Stores? over = null)
    {
        var stores = over ?? new();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        var services = builder.Services;
        services.AddLogging();
        var blobs = new MortalBlobs(stores.Blobs, stores.Process);
        services.AddSingleton<IBlobStore>(blobs);
        services.AddSingleton<IQueueStore>(stores.Queues);
        services.AddSingleton<IKeyRing>(stores.Ring);
        services.AddSingleton<ISpaceKeys, SpaceKeys>();
        services.AddPlatformCalls();
        services.AddSingleton<TimeProvider>(stores.Clock);
        services.AddSingleton<IJournalStore>(provider => new JournalStore(
            blobs, provider.GetRequiredService<ISpaceKeys>(), stores.Clock,
            new JournalOptions { AppendTries = 2, RetryDelay = TimeSpan.FromMilliseconds(1) }));
        services.AddSingleton<IVault, BlobVault>();
        services.AddSingleton<IHeadSigner>(_ => KeyRingHeadSigner.OpenAsync(stores.Ring, CancellationToken.None).GetAwaiter().GetResult());
        services.AddSingleton<HistoryProofs>();
        services.AddSingleton<ErasureBook>();
        services.AddSingleton<DueIndex>();
        services.AddSingleton<DueRounds>();
        services.AddSingleton<Pokes>();
        services.AddSingleton<NoticeMailQueue>();
        services.AddSingleton<ExportQueue>();
        services.AddSingleton(new SupportTeam(Fictive.Operator));
        services.AddSingleton(new SecurityWatch(new HashSet<ProfessionalId> { ((Caller.Staff)Fictive.Watcher).Id }));
        services.AddSingleton<JournalServices>();
        EngineUnderTest.Configure(services);
        builder.AddEngine(EngineUnderTest.Options());

        var host = builder.Build();
        await host.StartAsync();
        return new(host, stores);
    }

    /// <summary>Everything that is due in the outbox queues is visited.</summary>
    public async Task SweepAsync()
    {
        using var acting = CallerContext.Become(new Caller.Platform("outbox"));
        for (var queue = 0; queue < Pokes.Queues; queue++)
        {
            await Factory.GetGrain<IOutboxSweeperGrain>(queue).Sweep();
        }
    }

    /// <summary>Everything that has fallen due is called back.</summary>
    public Task FallDueAsync() => _host.Services.GetRequiredService<DueRounds>().RunAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
