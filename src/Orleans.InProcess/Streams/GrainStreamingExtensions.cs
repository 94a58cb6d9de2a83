using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;

namespace Orleans;

/// <summary>Stream providers, for grains.</summary>
public static class GrainStreamingExtensions
{
    /// <summary>The provider added under <paramref name="name"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static IStreamProvider GetStreamProvider(this IGrainBase grain, string name) =>
        StreamProviders.Named(grain.GrainContext.ActivationServices, name);
}

/// <summary>Stream providers, for clients.</summary>
public static class ClientStreamingExtensions
{
    /// <summary>The provider added under <paramref name="name"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static IStreamProvider GetStreamProvider(this IClusterClient client, string name) =>
        StreamProviders.Named(client.ServiceProvider, name);
}

internal static class StreamProviders
{
    public static IStreamProvider Named(IServiceProvider services, string name) =>
        services.GetKeyedService<IStreamProvider>(name) ?? throw new KeyNotFoundException($"Stream provider '{name}' not found");
}
