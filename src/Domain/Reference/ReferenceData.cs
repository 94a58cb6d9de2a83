using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Measures;

namespace MonEspaceSante.Domain.Reference;

/// <summary>The data that rules rest on: read and checked once, at start; replaced by replacing the files.</summary>
/// <param name="Types">Types of documents.</param>
/// <param name="Matrices">Which profession reads which type, and since when.</param>
/// <param name="Measures">Kinds of health measures.</param>
public sealed record ReferenceData(DocumentTypes Types, AccessMatrices Matrices, MeasureTable Measures)
{
    /// <summary>
    /// Reads the tables of <paramref name="folder"/>: every <c>access-matrix*.csv</c> is a version of the matrix, the latest of which says the types.
    /// </summary>
    /// <exception cref="FormatException">A table is incomplete or contradicts itself.</exception>
    public static ReferenceData Load(string folder)
    {
        ReferenceTable[] tables = [.. Directory.GetFiles(folder, "access-matrix*.csv").Select(ReferenceTable.Read).OrderBy(table => table.Effective)];
        var matrices = new AccessMatrices(tables.Select(AccessMatrix.From));
        return new(DocumentTypes.From(tables[^1]), matrices, MeasureTable.From(ReferenceTable.Read(Path.Combine(folder, "measures.csv"))));
    }
}
