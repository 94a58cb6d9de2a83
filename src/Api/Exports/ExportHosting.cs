using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Fhir.Exports;

namespace MonEspaceSante.Api.Exports;

/// <summary>Wires what makes archives.</summary>
internal static class ExportHosting
{
    public static IServiceCollection AddExports(this IServiceCollection services, ListenerOptions listeners)
    {
        // Archives are made without a request, hence without the name that it would give the platform.
        var fhirBase = $"https://{listeners.Hosts.Split(';')[0]}:{listeners.Citizens}/fhir";
        services.AddSingleton(provider => new ExportBundles(provider.GetRequiredService<ReferenceData>().Types, fhirBase));
        services.AddSingleton(provider => new ExportPage(provider.GetRequiredService<ReferenceData>().Types));
        services.AddSingleton<ExportArchive>();
        services.AddSingleton<ExportMaker>();
        return services.AddHostedService(provider => provider.GetRequiredService<ExportMaker>());
    }
}
