using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Unicode;
using MonEspaceSante.Professionals.Tables;

namespace MonEspaceSante.Professionals.Extract;

/// <summary>Reads an extract line by line into a directory. A line that cannot be used is counted and left aside; only a file without a usable line fails.</summary>
public sealed class ExtractLoader
{
    // « Code type savoir-faire »: only ordinal specialities (TRE_R38) are codes of one terminology.
    private const byte Speciality = (byte)'S';
    private const byte InTraining = (byte)'E';
    private const byte Rpps = (byte)'8';

    private readonly DirectoryBuilder _builder = new();
    private readonly int[] _faults = new int[Enum.GetValues<LineFault>().Length];
    private readonly int[] _places;
    private readonly Range[] _cells;

    private ExtractLoader(ReadOnlySpan<byte> header)
    {
        _places = ExtractColumns.Places(header, out var columns);

        // One more than there should be: a line with too many cells is found out.
        _cells = new Range[columns + 1];
    }

    /// <summary>Reads all of <paramref name="extract"/>.</summary>
    /// <param name="extract">The file, from its beginning.</param>
    /// <param name="report">How many lines were read, and left aside.</param>
    /// <exception cref="InvalidDataException">It is no extract, or holds nobody.</exception>
    public static NationalDirectory Load(Stream extract, out LoadReport report)
    {
        ArgumentNullException.ThrowIfNull(extract);
        var lines = new LineReader(extract);
        if (!lines.TryRead(out var header))
        {
            throw new InvalidDataException("The extract is empty.");
        }

        var (loader, count) = (new ExtractLoader(header), 0);
        while (lines.TryRead(out var line))
        {
            if (!line.IsEmpty)
            {
                count++;
                loader.Take(line);
            }
        }

        var directory = new NationalDirectory(loader._builder.Build());
        if (directory.PractitionerCount == 0)
        {
            throw new InvalidDataException("The extract names no professional.");
        }

        var faults = Enum.GetValues<LineFault>().Where(fault => loader._faults[(int)fault] > 0)
            .ToImmutableSortedDictionary(fault => fault, fault => loader._faults[(int)fault]);
        report = new(count, directory.PractitionerCount, directory.StructureCount, faults);
        return directory;
    }

    private void Take(ReadOnlySpan<byte> line)
    {
        if (Fault(line, out var number) is { } fault)
        {
            _faults[(int)fault]++;
            return;
        }

        Span<byte> idRoom = stackalloc byte[32];
        Span<byte> streetRoom = stackalloc byte[256];
        var speciality = Cell(line, Column.KnowHowType) is [Speciality];
        _builder.Add(new()
        {
            Number = number,
            Civility = Cell(line, Column.Civility),
            Surname = Cell(line, Column.Surname),
            GivenName = Cell(line, Column.GivenName),
            Profession = Cell(line, Column.Profession),
            ProfessionLabel = Cell(line, Column.ProfessionLabel),
            Speciality = speciality ? Cell(line, Column.KnowHow) : [],
            SpecialityLabel = speciality ? Cell(line, Column.KnowHowLabel) : [],
            StructureId = StructureId(line, idRoom),
            StructureName = Cell(line, Column.StructureName),
            Street = Joined(streetRoom, Cell(line, Column.StreetNumber), Cell(line, Column.StreetType), Cell(line, Column.Street)),
            PostalCode = Cell(line, Column.PostalCode),
            Town = Cell(line, Column.Town),
            Telephone = Cell(line, Column.Telephone),
            Sector = Cell(line, Column.Sector),
            SectorLabel = Cell(line, Column.SectorLabel),
        });
    }

    private LineFault? Fault(ReadOnlySpan<byte> line, out long number)
    {
        number = 0;
        return Cut(line) != _cells.Length - 1 ? LineFault.CellsMiscounted
            : !Utf8.IsValid(line) ? LineFault.NotUtf8
            : Cell(line, Column.IdentifierType) is not [Rpps] ? LineFault.OtherRegister
            : !IsRpps(Cell(line, Column.Identifier), out number) ? LineFault.NumberInvalid
            : Cell(line, Column.Surname).IsEmpty ? LineFault.NameMissing
            : Cell(line, Column.Profession).IsEmpty ? LineFault.ProfessionMissing
            : Cell(line, Column.Category) is [InTraining] ? LineFault.InTraining
            : null;
    }

    private int Cut(ReadOnlySpan<byte> line)
    {
        var (count, start) = (0, 0);
        while (count < _cells.Length)
        {
            var length = line[start..].IndexOf((byte)'|');
            _cells[count++] = length < 0 ? start.. : start..(start + length);
            if (length < 0)
            {
                break;
            }

            start += length + 1;
        }

        return count;
    }

    private ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> line, Column column) => line[_cells[_places[(int)column]]].Trim((byte)' ');

    private static bool IsRpps(ReadOnlySpan<byte> digits, out long number)
    {
        number = 0;
        return digits.Length == 11 && Domain.Identity.Rpps.TryParse(System.Text.Encoding.ASCII.GetString(digits), null, out _)
            && Utf8Parser.TryParse(digits, out number, out _);
    }

    // idNat_Struct (PDSm for DMP): 1 FINESS, 3 SIRET, 2 SIREN; without any of them, the directory's technical number stands alone.
    private ReadOnlySpan<byte> StructureId(ReadOnlySpan<byte> line, Span<byte> room) =>
        Cell(line, Column.Finess) is { IsEmpty: false } finess ? Prefixed(room, (byte)'1', finess)
        : Cell(line, Column.Siret) is { IsEmpty: false } siret ? Prefixed(room, (byte)'3', siret)
        : Cell(line, Column.Siren) is { IsEmpty: false } siren ? Prefixed(room, (byte)'2', siren)
        : Cell(line, Column.TechnicalId);

    // An identifier too long for the room is none: it is left out, and the structure with it.
    private static ReadOnlySpan<byte> Prefixed(Span<byte> room, byte prefix, ReadOnlySpan<byte> id)
    {
        room[0] = prefix;
        return id.TryCopyTo(room[1..]) ? room[..(id.Length + 1)] : [];
    }

    private static ReadOnlySpan<byte> Joined(Span<byte> room, ReadOnlySpan<byte> number, ReadOnlySpan<byte> type, ReadOnlySpan<byte> street)
    {
        var length = 0;
        Append(room, ref length, number);
        Append(room, ref length, type);
        Append(room, ref length, street);
        return room[..length];
    }

    private static void Append(Span<byte> room, ref int length, ReadOnlySpan<byte> part)
    {
        var start = length > 0 ? length + 1 : 0;
        if (!part.IsEmpty && start < room.Length && part.TryCopyTo(room[start..]))
        {
            room[Math.Max(start - 1, 0)..start].Fill((byte)' ');
            length = start + part.Length;
        }
    }
}
