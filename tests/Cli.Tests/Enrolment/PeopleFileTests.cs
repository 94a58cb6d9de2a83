using System.Text;
using MonEspaceSante.Cli.Enrolment;

namespace MonEspaceSante.Cli.Tests.Enrolment;

public sealed class PeopleFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\n", "\n", false)]
    [InlineData("\r\n", "\r\n", true)]
    [InlineData("\n", "", true)]
    public void Lines_are_read_whatever_ends_them(string end, string last, bool byteOrderMark)
    {
        var text = $"{TestFolder.Header}{end}a{end}{end}b{last}";
        File.WriteAllText(_folder.People, text, new UTF8Encoding(byteOrderMark));

        using var file = new PeopleFile(_folder.People);

        Assert.Equal([(2L, "a"), (4L, "b")], Texts(file.ReadBatch()));
        Assert.Empty(file.ReadBatch());
    }

    [Fact]
    public void Batches_are_cut_between_lines_and_together_hold_every_line_once()
    {
        var rows = Enumerable.Range(0, 500).Select(i => $"row {i:D3} {new string('x', i % 40)}").ToArray();
        _folder.WithPeople([TestFolder.Header, .. rows]);
        using var file = new PeopleFile(_folder.People, batchBytes: 300);

        var (read, batches) = (new List<(long, string)>(), 0);
        for (var batch = file.ReadBatch(); batch.Count > 0; batch = file.ReadBatch())
        {
            read.AddRange(Texts(batch));
            batches++;
        }

        Assert.Equal(rows.Select((row, i) => (i + 2L, row)), read);
        Assert.InRange(batches, 10, 500);
        Assert.Equal(new FilePlace(file.Length, 502), file.Next);
    }

    [Fact]
    public void Reading_goes_on_at_a_place_that_an_earlier_reader_answered()
    {
        var rows = Enumerable.Range(0, 50).Select(i => $"row {i:D3}").ToArray();
        _folder.WithPeople([TestFolder.Header, .. rows]);
        using var first = new PeopleFile(_folder.People, batchBytes: 200);
        var taken = first.ReadBatch().Count;

        using var second = new PeopleFile(_folder.People, batchBytes: 200);
        second.GoTo(first.Next);

        Assert.Equal(Texts(first.ReadBatch()), Texts(second.ReadBatch()));
        Assert.InRange(taken, 1, 49);
    }

    [Fact]
    public void A_line_longer_than_the_memory_of_a_batch_is_refused()
    {
        _folder.WithPeople(TestFolder.Header, new string('x', 300), "next");
        using var file = new PeopleFile(_folder.People, batchBytes: 200);

        Assert.Throws<PeopleFileException>(file.ReadBatch);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("matricule,birthName\n", "The header lacks the columns givenNames, birthDate, sex, birthPlace.")]
    [InlineData(TestFolder.Header + ",email,email\n", "The header names the column email twice.")]
    [InlineData(TestFolder.Header + ",emial\n", "The header names an unknown column \"emial\".")]
    public void A_file_with_another_header_is_refused(string text, string reason)
    {
        File.WriteAllText(_folder.People, text);

        Assert.Equal(reason, Assert.Throws<PeopleFileException>(() => new PeopleFile(_folder.People)).Message);
    }

    private static IEnumerable<(long Number, string Text)> Texts(IEnumerable<PeopleLine> lines) =>
        [.. lines.Select(line => (line.Number, Encoding.UTF8.GetString(line.Bytes.Span)))];
}
