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
    /// <exception cref="FormatException">A comment line, column, row or cell is missing or malformed; the message says where.</exception>
    public static ReferenceTable Read(string path)
    {
        using var reader = File.OpenText(path);
        var version = Comment(reader, path, "version");
        var effective = DateOnly.TryParseExact(Comment(reader, path, "effective"), "yyyy-MM-dd", out var date) ? date
            : throw new FormatException($"{path}: the effective date is not of the form 2026-11-21.");
        var source = Comment(reader, path, "source");

        using var parser = new TextFieldParser(reader) { HasFieldsEnclosedInQuotes = true };
        parser.SetDelimiters(",");
        var columns = Cells(parser, path) ?? throw new FormatException($"{path} has no header line.");
        if (columns.Distinct(StringComparer.Ordinal).Count() < columns.Length)
        {
            throw new FormatException($"{path}: two columns have the same name.");
        }

        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (Cells(parser, path) is { } cells)
        {
            if (cells.Length != columns.Length)
            {
                throw new FormatException($"{path}: row {rows.Count + 1} has {cells.Length} cells instead of {columns.Length}.");
            }

            rows.Add(columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        }

        return rows.Count > 0 ? new(version, effective, source, columns, rows) : throw new FormatException($"{path} has no row.");
    }

    /// <summary>Checks that the table has the columns <paramref name="names"/>.</summary>
    /// <exception cref="FormatException">It has not.</exception>
    internal void Require(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!Columns.Contains(name))
            {
                throw new FormatException($"The table {Version} of {Source} has no column {name}.");
            }
        }
    }

    private static string[]? Cells(TextFieldParser parser, string path)
    {
        try
        {
            return parser.ReadFields();
        }
        catch (MalformedLineException malformed)
        {
            throw new FormatException($"{path}: {malformed.Message}", malformed);
        }
    }

    private static string Comment(StreamReader reader, string path, string name)
    {
        var prefix = $"# {name}: ";
        return reader.ReadLine() is { } line && line.StartsWith(prefix, StringComparison.Ordinal) && line.Length > prefix.Length
            ? line[prefix.Length..]
            : throw new FormatException($"{path}: a reference table begins with the lines version, effective and source; \"{prefix}\" is missing.");
    }
}
