using System.Text;
using MonEspaceSante.Cli.Enrolment;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Cli.OldRecords;

/// <summary>A line of the index of old records: what the documents themselves do not say.</summary>
/// <param name="File">The name of the document's file, in the folder of the index.</param>
/// <param name="DepositedAt">When it was deposited in the old record.</param>
/// <param name="Labels">How visible it is.</param>
/// <param name="Format">Its format (JDV_J60), where known.</param>
internal sealed record OldRecordLine(string File, DateTimeOffset DepositedAt, Labels Labels, string? Format)
{
    /// <summary>The header of an index.</summary>
    public const string Header = "file,depositedAt,confidentiality,format";

    private const int Cells = 4;

    /// <summary>Reads a line.</summary>
    public static Outcome<OldRecordLine> Read(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        Span<Range> cells = stackalloc Range[Cells];
        if (CsvCells.Cut(bytes, cells) != Cells)
        {
            return RowRefusals.CellCount;
        }

        var (file, deposited) = (CsvCells.Text(bytes[cells[0]]), CsvCells.Text(bytes[cells[1]]));
        if (file.Length == 0 || file is "." or ".." || file.AsSpan().ContainsAny("/\\:\0"))
        {
            // A name is never a path: an index must not reach outside of its folder.
            return OldRecordRefusals.FileMissing;
        }

        return !InsurerLine.TryReadInstant(deposited.Length == 0 ? null : deposited, out var at) || at is not { } depositedAt ? OldRecordRefusals.DepositedAtInvalid
            : ReadLabels(CsvCells.Text(bytes[cells[2]])) is not { } labels ? OldRecordRefusals.ConfidentialityUnknown
            : new OldRecordLine(file, depositedAt, labels, CsvCells.Text(bytes[cells[3]]) is { Length: > 0 } format ? format : null);
    }

    private static Labels? ReadLabels(string codes)
    {
        var labels = Labels.None;
        foreach (var code in codes.Split(InsurerLine.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Labels? label = code switch
            {
                "N" => Labels.Normal,
                "R" => Labels.Restricted,
                "V" => Labels.VeryRestricted,
                "MASQUE_PS" => Labels.HiddenFromProfessionals,
                "INVISIBLE_PATIENT" => Labels.WithheldFromHolder,
                "INVISIBLE_REPRESENTANTS_LEGAUX" => Labels.WithheldFromGuardians,
                _ => null,
            };
            if (label is null)
            {
                return null;
            }

            labels |= label.Value;
        }

        return labels is Labels.None ? Labels.Normal : labels;
    }
}
