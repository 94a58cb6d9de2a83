using MonEspaceSante.Domain.Reference;

namespace MonEspaceSante.Fhir.Tests;

internal static class Reference
{
    public static ReferenceData Data { get; } = ReferenceData.Load(Path.Combine(AppContext.BaseDirectory, "reference"));
}
