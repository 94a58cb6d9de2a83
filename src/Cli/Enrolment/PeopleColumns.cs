using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>What the cells of a file of people mean: reads a row into the holder's sheet, or says why it cannot.</summary>
internal sealed class PeopleColumns
{
    private const string NirOid = "1.2.250.1.213.1.4.8";

    private static readonly Column[] Required = [Column.Matricule, Column.BirthName, Column.GivenNames, Column.BirthDate, Column.Sex, Column.BirthPlace];

    private readonly Column[] _columns;
    private readonly int[] _cellOf;

    private PeopleColumns(Column[] columns)
    {
        _columns = columns;
        _cellOf = [.. Enum.GetValues<Column>().Select(column => Array.IndexOf(columns, column))];
    }

    private enum Column
    {
        Matricule,
        BirthName,
        GivenNames,
        BirthDate,
        Sex,
        BirthPlace,
        CardSerial,
        AttendingDoctor,
        Email,
        InformedAt,
        Oid,
    }

    /// <summary>Reads a header.</summary>
    /// <exception cref="PeopleFileException">A column is unknown, stands twice or is missing.</exception>
    public static PeopleColumns Read(ReadOnlySpan<byte> header)
    {
        var known = Enum.GetValues<Column>().ToDictionary(Name);
        var columns = new List<Column>();
        foreach (var name in Names(header))
        {
            var column = known.TryGetValue(name, out var found) ? found : throw new PeopleFileException($"The header names an unknown column \"{name}\".");
            if (columns.Contains(column))
            {
                throw new PeopleFileException($"The header names the column {name} twice.");
            }

            columns.Add(column);
        }

        var missing = Required.Except(columns).Select(Name).ToArray();
        return missing.Length == 0
            ? new([.. columns])
            : throw new PeopleFileException($"The header lacks the columns {string.Join(", ", missing)}.");
    }

    /// <summary>The matricule of a row: all that is needed to find its bucket.</summary>
    public Outcome<Ins> ReadIns(ReadOnlySpan<byte> line)
    {
        Span<Range> cells = stackalloc Range[_columns.Length];
        return Cut(line, cells) is { } fault ? fault : ReadIns(line, cells);
    }

    /// <summary>The sheet of a row, checked.</summary>
    /// <param name="line">The row.</param>
    /// <param name="informedAt">When the letter was sent, where the row does not say.</param>
    /// <param name="today">Nobody is born later.</param>
    public Outcome<HolderSheet> ReadSheet(ReadOnlySpan<byte> line, DateTimeOffset? informedAt, DateOnly today)
    {
        Span<Range> cells = stackalloc Range[_columns.Length];
        if (Cut(line, cells) is { } fault)
        {
            return fault;
        }

        var ins = ReadIns(line, cells);
        if (!ins.Accepted)
        {
            return ins.Refusal;
        }

        if (!DateOnly.TryParseExact(Text(line, cells, Column.BirthDate), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birthDate))
        {
            return IdentityRefusals.TraitInvalid.At(Name(Column.BirthDate));
        }

        if (ReadSex(Text(line, cells, Column.Sex)) is not { } sex)
        {
            return IdentityRefusals.TraitInvalid.At(Name(Column.Sex));
        }

        if (!TryReadDoctor(Text(line, cells, Column.AttendingDoctor), out var doctor))
        {
            return IdentityRefusals.ProfessionalIdMalformed.At(Name(Column.AttendingDoctor));
        }

        if (!TryReadInstant(Text(line, cells, Column.InformedAt), out var informed))
        {
            return RowRefusals.InformedAtInvalid.At(Name(Column.InformedAt));
        }

        var sheet = new HolderSheet(
            ins.Value, Text(line, cells, Column.BirthName) ?? "", Text(line, cells, Column.GivenNames) ?? "", birthDate, sex,
            Text(line, cells, Column.BirthPlace) ?? "", Text(line, cells, Column.CardSerial), Text(line, cells, Column.Email), doctor, informed ?? informedAt);
        return sheet.Fault(today) is { } wrong ? wrong : sheet;
    }

    /// <summary>Reads a date, or a date and a time with its offset; a date alone begins in UTC. Nothing is no instant, and no fault.</summary>
    public static bool TryReadInstant(string? text, out DateTimeOffset? instant)
    {
        instant = null;
        if (text is null)
        {
            return true;
        }

        var read = DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value);
        instant = read ? value.ToUniversalTime() : null;
        return read;
    }

    private static string Name(Column column) => JsonNamingPolicy.CamelCase.ConvertName(column.ToString());

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

    private static Refusal? Cut(ReadOnlySpan<byte> line, Span<Range> cells)
    {
        if (!Utf8.IsValid(line))
        {
            return RowRefusals.NotUtf8;
        }

        var count = CsvCells.Cut(line, cells);
        return count == cells.Length ? null : count == CsvCells.QuoteOpen ? RowRefusals.QuoteOpen : RowRefusals.CellCount;
    }

    private static Sex? ReadSex(string? text) => text?.ToUpperInvariant() switch
    {
        "M" or "MALE" => Sex.Male,
        "F" or "FEMALE" => Sex.Female,
        _ => null,
    };

    /// <summary>A doctor is named by the 11 digits of the RPPS, or by the national identifier that they are part of.</summary>
    private static bool TryReadDoctor(string? text, out ProfessionalId? doctor)
    {
        doctor = Rpps.TryParse(text, null, out var rpps) ? ProfessionalId.Of(rpps)
            : ProfessionalId.TryParse(text, null, out var id) ? id
            : null;
        return text is null || doctor is not null;
    }

    private Outcome<Ins> ReadIns(ReadOnlySpan<byte> line, ReadOnlySpan<Range> cells) =>
        Ins.Read(Text(line, cells, Column.Oid) ?? NirOid, Text(line, cells, Column.Matricule));

    private string? Text(ReadOnlySpan<byte> line, ReadOnlySpan<Range> cells, Column column)
    {
        var cell = _cellOf[(int)column];
        return cell >= 0 && CsvCells.Text(line[cells[cell]]) is { Length: > 0 } text ? text : null;
    }
}
