using System.Collections.Frozen;
using MonEspaceSante.Domain.Reference;

namespace MonEspaceSante.Domain.Access;

/// <summary>Which profession reads which type of document (matrice d'habilitation, order of 26 October 2023, R. 1111-46 CSP).</summary>
public sealed class AccessMatrix
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _typesByProfession;

    private AccessMatrix(string version, FrozenDictionary<string, FrozenSet<string>> types) => (Version, _typesByProfession) = (version, types);

    /// <summary>The version of the table, written into every decision.</summary>
    public string Version { get; }

    /// <summary>The professions that it knows, by code.</summary>
    public IReadOnlyCollection<string> Professions => _typesByProfession.Keys;

    /// <summary>Whether the profession <paramref name="profession"/> reads documents of the type <paramref name="type"/>. What the table does not know is not read.</summary>
    public bool Reads(string profession, string type) =>
        _typesByProfession.TryGetValue(profession, out var types) && types.Contains(type);

    /// <summary>Reads the table: one column for each profession or span of professions (81-85), R where the type is read, N where not.</summary>
    public static AccessMatrix From(ReferenceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var types = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        foreach (var column in table.Columns.SkipWhile(name => name != "family").Skip(1))
        {
            var read = table.Rows.Where(row => Cell(row, column)).Select(row => row["documentTypeCode"]).ToFrozenSet(StringComparer.Ordinal);
            foreach (var profession in Span(column))
            {
                types.Add(profession, read);
            }
        }

        return new(table.Version, types.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static bool Cell(IReadOnlyDictionary<string, string> row, string column) => row[column] switch
    {
        "R" => true,
        "N" => false,
        var other => throw new FormatException($"The matrix says \"{other}\" for {row["documentTypeCode"]} and {column}; it says R or N."),
    };

    private static IEnumerable<string> Span(string column)
    {
        var bounds = column.Split('-').Select(int.Parse).ToArray();
        return Enumerable.Range(bounds[0], bounds[^1] - bounds[0] + 1).Select(code => code.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
