using Microsoft.VisualBasic.FileIO;

namespace MonEspaceSante.Domain.Reference;

/// <summary>A table of reference data: comment lines that say its version, effective date and source, a header line, then rows. Comma-separated, quotes where needed.</summary>
public sealed class ReferenceTable
{
    private ReferenceTable(string version, DateOnly effective, string source, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyDictionary<string, string>> rows) =>
        (Version, Effective, Source, Columns, Rows) = (version, effective, source, columns, rows);

    /// <summary>The version, written into every decision that the table takes part in.</summary>
    public string Version { get; }

    /// <summary>The day from which it holds.</summary>
    public DateOnly Effective { get; }

    /// <summary>Where its content comes from.</summary>
    public string Source { get; }

    /// <summary>Names of the columns, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows, by column.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; }

    /// <summary>Reads the file <paramref name="path"/>.</summary>
    /// <exception cref="FormatException">A comment line, column or cell is missing.</exception>
    public static ReferenceTable Read(string path)
    {
        using var reader = File.OpenText(path);
        var version = Comment(reader, "version");
        var effective = DateOnly.ParseExact(Comment(reader, "effective"), "yyyy-MM-dd");
        var source = Comment(reader, "source");

        using var parser = new TextFieldParser(reader) { HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(",");
        var columns = parser.ReadFields() ?? throw new FormatException($"{path} has no header line.");
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (parser.ReadFields() is { } cells)
        {
            if (cells.Length != columns.Length)
            {
                throw new FormatException($"{path}: row {rows.Count + 1} has {cells.Length} cells instead of {columns.Length}.");
            }

            rows.Add(columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        }

        return new(version, effective, source, columns, rows);
    }

    private static string Comment(StreamReader reader, string name)
    {
        var prefix = $"# {name}: ";
        return reader.ReadLine() is { } line && line.StartsWith(prefix, StringComparison.Ordinal)
            ? line[prefix.Length..]
            : throw new FormatException($"A reference table begins with the lines version, effective and source; \"{prefix}\" is missing.");
    }
}
