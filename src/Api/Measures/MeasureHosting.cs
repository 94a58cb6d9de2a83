using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Fhir.Measures;

namespace MonEspaceSante.Api.Measures;

/// <summary>What reads and writes health measures, all by the same table.</summary>
internal static class MeasureHosting
{
    public static void AddMeasures(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<ReferenceData>().Measures);
        services.AddSingleton<ObservationReader>();
        services.AddSingleton<LastObservations>();
        services.AddSingleton<BodyMassIndexWriter>();
        services.AddSingleton<MeasureQueryReader>();
        services.AddSingleton<MeasureTransactionReader>();
        services.AddSingleton<MeasureDesk>();
        services.AddSingleton<MeasureReception>();
    }
}
