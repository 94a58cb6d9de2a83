using System.Collections.Frozen;
using System.Globalization;
using MonEspaceSante.Domain.Reference;

namespace MonEspaceSante.Domain.Access;

/// <summary>Which profession reads which type of document (matrice d'habilitation, order of 26 October 2023, R. 1111-46 CSP).</summary>
public sealed class AccessMatrix
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _typesByProfession;

    private AccessMatrix(string version, DateOnly effective, FrozenDictionary<string, FrozenSet<string>> types) =>
        (Version, Effective, _typesByProfession) = (version, effective, types);

    /// <summary>The version of the table, written into every decision.</summary>
    public string Version { get; }

    /// <summary>The day from which it holds, which begins at midnight UTC.</summary>
    public DateOnly Effective { get; }

    /// <summary>The professions that it knows, by code.</summary>
    public IReadOnlyCollection<string> Professions => _typesByProfession.Keys;

    /// <summary>Whether the profession <paramref name="profession"/> reads documents of the type <paramref name="type"/>. What the table does not know is not read.</summary>
    public bool Reads(string profession, string type) =>
        _typesByProfession.TryGetValue(profession, out var types) && types.Contains(type);

    /// <summary>
    /// Reads the table: after the columns of the type, one column for each profession or list of professions (28, 81-85, 42-49 51-53),
    /// R where the type is read, N where not.
    /// </summary>
    /// <exception cref="FormatException">A column names no profession, or one that another column names; a cell is neither R nor N.</exception>
    public static AccessMatrix From(ReferenceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.Require("documentTypeCode", "family");
        var types = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        foreach (var column in table.Columns.SkipWhile(name => name != "family").Skip(1))
        {
            var read = table.Rows.Where(row => Cell(row, column)).Select(row => row["documentTypeCode"]).ToFrozenSet(StringComparer.Ordinal);
            foreach (var profession in column.Split(' ').SelectMany(Span))
            {
                if (!types.TryAdd(profession, read))
                {
                    throw new FormatException($"Two columns of the matrix are about the profession {profession}.");
                }
            }
        }

        return types.Count > 0
            ? new(table.Version, table.Effective, types.ToFrozenDictionary(StringComparer.Ordinal))
            : throw new FormatException("The matrix has no column of a profession.");
    }

    private static bool Cell(IReadOnlyDictionary<string, string> row, string column) => row[column] switch
    {
        "R" => true,
        "N" => false,
        var other => throw new FormatException($"The matrix says \"{other}\" for {row["documentTypeCode"]} and {column}; it says R or N."),
    };

    private static IEnumerable<string> Span(string codes)
    {
        var bounds = codes.Split('-');
        return bounds.Length <= 2
            && int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(bounds[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first <= last
                ? Enumerable.Range(first, last - first + 1).Select(code => code.ToString(CultureInfo.InvariantCulture))
                : throw new FormatException($"A column of the matrix is named \"{codes}\"; it names a profession (28) or a span of them (81-85).");
    }
}
