using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Outbox;
using Orleans.Configuration;
using Orleans.Hosting;

namespace MonEspaceSante.Silo.Hosting;

/// <summary>Runs the grains on the in-process engine: one process, nothing to cluster.</summary>
public static class EngineHosting
{
    /// <summary>Hosts the grains here.</summary>
    public static IHostApplicationBuilder AddEngine(this IHostApplicationBuilder builder, EngineOptions options)
    {
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering();
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.AddMemoryStreams(StreamNames.Provider);
            silo.AddIncomingGrainCallFilter<CallGuard>();
            silo.AddOutgoingGrainCallFilter<CallSigner>();
            silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = options.CollectionAge);
        });
        return builder;
    }

    /// <summary>Calls grains hosted elsewhere, which takes a cluster: not on this engine.</summary>
    public static IHostApplicationBuilder AddEngineClient(this IHostApplicationBuilder builder, EngineOptions options) =>
        throw new InvalidOperationException("Engine:Role \"Client\" needs a cluster: build with -p:Engine=Orleans.");
}
