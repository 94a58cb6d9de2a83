using System.Text;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>The cells of one line of CSV (RFC 4180, except that a cell holds no line break: a quote left open spoils its own row only).</summary>
internal static class CsvCells
{
    /// <summary>What <see cref="Cut"/> answers for a line whose last quote is open.</summary>
    public const int QuoteOpen = -1;

    /// <summary>Tells where each cell of <paramref name="line"/> stands, as far as there is room, and answers how many there are.</summary>
    public static int Cut(ReadOnlySpan<byte> line, Span<Range> cells)
    {
        var (count, start, quoted) = (0, 0, false);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || (line[i] == ',' && !quoted))
            {
                if (count < cells.Length)
                {
                    cells[count] = start..i;
                }

                count++;
                start = i + 1;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
        }

        return quoted ? QuoteOpen : count;
    }

    /// <summary>The text of a cell, without its quotes and the spaces around it.</summary>
    public static string Text(ReadOnlySpan<byte> cell)
    {
        cell = cell.Trim((byte)' ');
        return cell is [(byte)'"', .. var inner, (byte)'"']
            ? Encoding.UTF8.GetString(inner).Replace("\"\"", "\"", StringComparison.Ordinal).Trim()
            : Encoding.UTF8.GetString(cell);
    }

    /// <summary><paramref name="text"/> as a cell: in quotes where it needs them.</summary>
    public static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
