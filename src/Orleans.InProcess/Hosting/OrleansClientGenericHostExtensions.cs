using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Microsoft.Extensions.Hosting;

/// <summary>Gives a host a client of the silo that runs in the same process under the same <see cref="ClusterOptions.ClusterId"/>.</summary>
public static class OrleansClientGenericHostExtensions
{
    /// <summary>Adds the client.</summary>
    public static IHostBuilder UseOrleansClient(this IHostBuilder hostBuilder, Action<IClientBuilder> configureDelegate) =>
        hostBuilder.ConfigureServices((context, services) => configureDelegate(AddClient(services, context.Configuration)));

    /// <summary>Adds the client.</summary>
    public static IHostApplicationBuilder UseOrleansClient(this IHostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate)
    {
        configureDelegate(AddClient(hostAppBuilder.Services, hostAppBuilder.Configuration));
        return hostAppBuilder;
    }

    /// <summary>Adds the client.</summary>
    public static HostApplicationBuilder UseOrleansClient(this HostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate)
    {
        configureDelegate(AddClient(hostAppBuilder.Services, hostAppBuilder.Configuration));
        return hostAppBuilder;
    }

    /// <summary>Adds the client.</summary>
    public static IServiceCollection AddOrleansClient(this IServiceCollection services, Action<IClientBuilder> configureDelegate)
    {
        configureDelegate(AddClient(services, new ConfigurationBuilder().Build()));
        return services;
    }

    private static Builder AddClient(IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(Silo)))
        {
            throw new OrleansConfigurationException("A host has a silo or a client: with UseOrleans, drop UseOrleansClient.");
        }

        if (services.All(service => service.ServiceType != typeof(OrleansClient)))
        {
            services.AddOptions();
            services.AddSingleton<OrleansClient>();
            services.AddSingleton<IClusterClient>(provider => provider.GetRequiredService<OrleansClient>().Grains);
            services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<OrleansClient>().Grains);
        }

        return new Builder(services, configuration);
    }
}

internal sealed class OrleansClient(IServiceProvider services, IOptions<ClusterOptions> cluster)
{
    public GrainFactory Grains { get; } = new(() => SiloHost.Running(cluster.Value.ClusterId), services);
}
