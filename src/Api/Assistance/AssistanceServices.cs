using MonEspaceSante.Domain.Assistance;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Api.Assistance;

/// <summary>What assistance is served by.</summary>
internal static class AssistanceServices
{
    /// <summary>The counters are those of the setting <c>Assistance:Counters</c>: national identifiers of structures, separated by semicolons; none by default.</summary>
    public static IServiceCollection AddAssistance(this IServiceCollection services) =>
        services.AddSingleton(provider => CountersOf(provider.GetRequiredService<IConfiguration>()["Assistance:Counters"] ?? ""));

    private static CounterNetwork CountersOf(string setting) => new(
    [
        .. setting.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text => StructureId.TryParse(text, null, out var id)
            ? id : throw new InvalidOperationException($"Assistance:Counters names {text}, which is not the national identifier of a structure.")),
    ]);
}
