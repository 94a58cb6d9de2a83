using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Reference;

namespace MonEspaceSante.Fhir.Tests;

internal static class Reference
{
    public static DocumentTypes Types { get; } =
        DocumentTypes.From(ReferenceTable.Read(Path.Combine(AppContext.BaseDirectory, "reference", "access-matrix.csv")));
}
