using System.Text;
using MonEspaceSante.Cli.Enrolment;

namespace MonEspaceSante.Cli.Tests.Enrolment;

public sealed class CsvCellsTests
{
    [Theory]
    [InlineData("a,b,c", "a|b|c")]
    [InlineData("a,,", "a||")]
    [InlineData("\"a,b\",c", "a,b|c")]
    [InlineData("\"a \"\"b\"\"\",\"\"", "a \"b\"|")]
    [InlineData(" a , \" b \" ", "a|b")]
    public void Cells_are_cut_at_commas_outside_of_quotes(string line, string cells) => Assert.Equal(cells.Split('|'), Cut(line));

    [Fact]
    public void A_quote_left_open_is_told() => Assert.Equal(CsvCells.QuoteOpen, CsvCells.Cut("a,\"b,c"u8, new Range[3]));

    [Fact]
    public void Cells_beyond_the_room_are_counted() => Assert.Equal(4, CsvCells.Cut("a,b,c,d"u8, new Range[2]));

    [Fact]
    public void What_is_written_as_a_cell_is_read_as_it_was()
    {
        string[] texts = ["plain", "with, comma", "with \"quotes\"", "é"];
        Assert.Equal(texts, Cut(string.Join(',', texts.Select(CsvCells.Cell))));
    }

    private static string[] Cut(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var cells = new Range[8];
        return [.. cells.Take(CsvCells.Cut(bytes, cells)).Select(cell => CsvCells.Text(bytes.AsSpan(cell)))];
    }
}
