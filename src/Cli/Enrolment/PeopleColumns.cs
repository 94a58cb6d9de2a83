using System.Text.Unicode;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>Lines of CSV: what their cells mean is told by the header.</summary>
internal sealed class PeopleColumns : IPeopleRows
{
    private static readonly InsurerField[] Required =
    [
        InsurerField.Matricule, InsurerField.BirthName, InsurerField.GivenNames, InsurerField.BirthDate, InsurerField.Sex, InsurerField.BirthPlace,
    ];

    private readonly InsurerField[] _columns;

    private PeopleColumns(InsurerField[] columns) => _columns = columns;

    /// <summary>Reads a header.</summary>
    /// <exception cref="PeopleFileException">A column is unknown, stands twice or is missing.</exception>
    public static PeopleColumns ReadHeader(ReadOnlySpan<byte> header)
    {
        var known = Enum.GetValues<InsurerField>().ToDictionary(InsurerLine.NameOf);
        var columns = new List<InsurerField>();
        foreach (var name in Names(header))
        {
            var column = known.TryGetValue(name, out var found) ? found : throw new PeopleFileException($"The header names an unknown column \"{name}\".");
            if (columns.Contains(column))
            {
                throw new PeopleFileException($"The header names the column {name} twice.");
            }

            columns.Add(column);
        }

        var missing = Required.Except(columns).Select(InsurerLine.NameOf).ToArray();
        return missing.Length == 0
            ? new([.. columns])
            : throw new PeopleFileException($"The header lacks the columns {string.Join(", ", missing)}.");
    }

    /// <inheritdoc/>
    public Outcome<InsurerFields> Read(ReadOnlySpan<byte> line)
    {
        if (!Utf8.IsValid(line))
        {
            return RowRefusals.NotUtf8;
        }

        Span<Range> cells = stackalloc Range[_columns.Length];
        var count = CsvCells.Cut(line, cells);
        if (count != cells.Length)
        {
            return count == CsvCells.QuoteOpen ? RowRefusals.QuoteOpen : RowRefusals.CellCount;
        }

        var fields = new InsurerFields();
        for (var i = 0; i < cells.Length; i++)
        {
            fields[_columns[i]] = CsvCells.Text(line[cells[i]]);
        }

        return fields;
    }

    private static List<string> Names(ReadOnlySpan<byte> header)
    {
        Span<Range> cells = stackalloc Range[64];
        var count = CsvCells.Cut(header, cells);
        var names = new List<string>();
        for (var i = 0; i < Math.Min(count, cells.Length); i++)
        {
            names.Add(CsvCells.Text(header[cells[i]]));
        }

        return names;
    }
}
