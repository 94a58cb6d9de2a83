using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Measures;

namespace MonEspaceSante.Domain.Reference;

/// <summary>The data that rules rest on: read and checked once, at start; replaced by replacing the files.</summary>
/// <param name="Types">Types of documents.</param>
/// <param name="Matrix">Which profession reads which type.</param>
/// <param name="Measures">Kinds of health measures.</param>
public sealed record ReferenceData(DocumentTypes Types, AccessMatrix Matrix, MeasureTable Measures)
{
    /// <summary>Reads the tables of <paramref name="folder"/>.</summary>
    /// <exception cref="FormatException">A table is incomplete or contradicts itself.</exception>
    public static ReferenceData Load(string folder)
    {
        var matrix = ReferenceTable.Read(Path.Combine(folder, "access-matrix.csv"));
        var measures = ReferenceTable.Read(Path.Combine(folder, "measures.csv"));
        return new(DocumentTypes.From(matrix), AccessMatrix.From(matrix), MeasureTable.From(measures));
    }
}
