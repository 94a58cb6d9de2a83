using System.Globalization;
using System.Text.RegularExpressions;
using MonEspaceSante.Papers.Pdf;

namespace MonEspaceSante.Papers.Tests.Pdf;

public sealed class PdfFileTests
{
    private static readonly Paper Plain = new("Essai (un)", PaperLanguage.French,
        [new PaperBlock.Paragraph("Élève, cœur, « où » : 5 €, l’été… \\ (fin)"), new PaperBlock.Facts(new Fact("Clé", "Valeur"))]);

    [Fact]
    public void What_is_written_is_read_back_accents_and_all()
    {
        var file = new ReadPdf(PdfFile.Of(Plain));
        Assert.Equal(["Essai (un)", "Élève, cœur, « où » : 5 €, l’été… \\ (fin)", "Clé", "Valeur"], file.Lines(Assert.Single(file.Pages)));
    }

    [Fact]
    public void The_same_paper_gives_the_same_bytes() => Assert.Equal(PdfFile.Of(Plain), PdfFile.Of(Plain with { Title = "Essai (un)" }));

    [Fact]
    public void Letters_of_other_alphabets_lose_their_accents_and_the_others_show_that_they_are_missing()
    {
        var file = new ReadPdf(PdfFile.Of(new Paper("t", PaperLanguage.French, [new PaperBlock.Paragraph("Ștefan Ģ 王 \u202F!")])));
        Assert.Equal("Stefan G ? \u00A0!", file.Lines(file.Pages[0])[1]);
    }

    [Fact]
    public void No_line_leaves_the_page_and_long_papers_take_several()
    {
        var word = new string('m', 300);
        var file = new ReadPdf(PdfFile.Of(new Paper("Titre", PaperLanguage.French,
            [.. Enumerable.Range(0, 60).Select(i => new PaperBlock.Paragraph(i == 0 ? word : string.Join(' ', Enumerable.Repeat("Phrase longue", 30))))])));
        Assert.InRange(file.Pages.Count, 3, 12);
        foreach (var page in file.Pages)
        {
            Assert.All(file.Lines(page), line => Assert.InRange(FaceWidths.Of(line, Face.Regular, 10.5), 0, Layout.PageWidth - (2 * Layout.Margin)));
            Assert.All(Heights(file.Content(page)), y => Assert.InRange(y, Layout.Margin / 2, Layout.PageHeight - Layout.Margin));
        }

        Assert.Contains(word, file.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_paper_of_a_file_begins_on_a_page_of_its_own()
    {
        var file = new ReadPdf(PdfFile.Of(Plain, Plain with { Title = "Deux", Blocks = [new PaperBlock.NewPage(), new PaperBlock.Paragraph("Fin")] }));
        Assert.Equal(["Essai (un)", "Deux", "Fin"], file.Pages.Select(page => file.Lines(page)[0]));
    }

    [Fact]
    public void Everything_on_a_page_is_tagged_and_found_from_the_page_and_from_the_tree()
    {
        var file = new ReadPdf(PdfFile.Of(Plain, Plain with { Language = PaperLanguage.English }));
        var tree = file.Of(file.Catalog, "StructTreeRoot");
        var documents = file.References(Regex.Match(tree, @"/K \[([^\]]*)\]").Groups[1].Value).ToList();
        Assert.Collection(documents, first => Assert.Contains("/Lang (fr-FR)", first), second => Assert.Contains("/Lang (en-GB)", second));
        foreach (var (number, page) in file.Pages.Index())
        {
            var content = file.Content(page);
            Assert.Equal(Regex.Count(content, @"\bBDC\b") + Regex.Count(content, @"\bBMC\b"), Regex.Count(content, @"\bEMC\b"));
            Assert.Empty(Regex.Replace(content, @"(?s)/\w+ (<<[^>]*>> )?B[DM]C.*?EMC\n", ""));
            var ofPage = file.References(Regex.Match(tree, $@"\b{number} \[([^\]]*)\]").Groups[1].Value).ToList();
            Assert.Equal(["H1", "P", "P"], ofPage.Select(element => Regex.Match(element, @"/S /(\w+)").Groups[1].Value));
            Assert.Equal([0, 1, 2], Regex.Matches(content, @"/MCID (\d+)").Select(mark => int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public void A_file_of_no_paper_is_refused() => Assert.Throws<ArgumentException>(() => PdfFile.Of());

    private static IEnumerable<double> Heights(string content) =>
        Regex.Matches(content, @"([\d.]+) ([\d.]+) Td").Select(place => double.Parse(place.Groups[2].Value, CultureInfo.InvariantCulture));
}
