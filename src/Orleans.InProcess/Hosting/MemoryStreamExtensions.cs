using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.Hosting;

/// <summary>Memory streams of a silo.</summary>
public static class SiloBuilderMemoryStreamExtensions
{
    /// <summary>Adds a provider of streams within the process.</summary>
    public static ISiloBuilder AddMemoryStreams(this ISiloBuilder builder, string name)
    {
        builder.Services.AddKeyedSingleton<IStreamProvider>(
            name, (services, _) => new MemoryStreamProvider(name, services.GetRequiredService<Silo>()));
        return builder;
    }
}

/// <summary>Memory streams of a client.</summary>
public static class ClientBuilderStreamingExtensions
{
    /// <summary>Uses the silo's provider of the same name.</summary>
    public static IClientBuilder AddMemoryStreams(this IClientBuilder builder, string name)
    {
        builder.Services.AddKeyedTransient(
            name,
            (services, _) => StreamProviders.Named(
                SiloHost.Running(services.GetRequiredService<IOptions<ClusterOptions>>().Value.ClusterId).Services, name));
        return builder;
    }
}
