using System.Globalization;
using System.Text;

namespace MonEspaceSante.Papers.Pdf;

/// <summary>
/// Papers as a PDF 1.7 file (ISO 32000-1), tagged for screen readers (14.8). The same papers give the same bytes: nothing in it tells when or where
/// it was made.
/// </summary>
public static class PdfFile
{
    /// <summary>The media type of what is written.</summary>
    public const string MediaType = "application/pdf";

    /// <summary>The file of one paper or of several, each beginning on a page of its own.</summary>
    /// <exception cref="ArgumentException">There is no paper.</exception>
    public static byte[] Of(params IReadOnlyList<Paper> papers)
    {
        ArgumentNullException.ThrowIfNull(papers);
        if (papers.Count == 0)
        {
            throw new ArgumentException("A file of papers holds one at least.", nameof(papers));
        }

        var file = new PdfObjects();
        var (catalog, pages, info) = (file.Reserve(), file.Reserve(), file.Reserve());
        var tree = new StructureTree(file);
        var fonts = string.Concat(Enum.GetValues<Face>().Select(face => $"/F{(int)face} {file.Add(FontOf(face))} 0 R "));
        var leaves = papers.SelectMany(paper => PagesOf(paper, file, tree, pages, fonts)).ToList();

        file.Set(pages, $"<< /Type /Pages /Count {leaves.Count} /Kids [{string.Join(' ', leaves.Select(leaf => $"{leaf} 0 R"))}] >>");
        file.Set(info, $"<< /Title {PdfObjects.Text(papers[0].Title)} /Producer (MonEspaceSante) >>");
        file.Set(catalog,
            $"<< /Type /Catalog /Version /1.7 /Pages {pages} 0 R /Lang ({LanguageOf(papers[0])}) /MarkInfo << /Marked true >> "
            + $"/ViewerPreferences << /DisplayDocTitle true >> /StructTreeRoot {tree.Write()} 0 R >>");
        return file.Write(catalog, info);
    }

    private static IEnumerable<int> PagesOf(Paper paper, PdfObjects file, StructureTree tree, int parent, string fonts)
    {
        var pages = Layout.Of(paper);
        var elements = tree.ElementsOf(paper, LanguageOf(paper));
        for (var i = 0; i < pages.Count; i++)
        {
            var leaf = file.Reserve();
            var number = tree.BeginPage(leaf);
            var content = Encoding.Latin1.GetBytes(ContentOf(pages[i], elements, tree) + FooterOf(i + 1, pages.Count));
            file.Set(leaf, string.Create(CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {Layout.PageWidth} {Layout.PageHeight}] /Resources << /Font << {fonts}>> >> "
                + $"/Contents {file.AddStream(content)} 0 R /StructParents {number} /Tabs /S >>"));
            yield return leaf;
        }
    }

    private static string ContentOf(IReadOnlyList<Line> lines, IReadOnlyList<StructureElement> elements, StructureTree tree)
    {
        var content = new StringBuilder();
        foreach (var part in lines.GroupBy(line => line.Part))
        {
            var element = elements[part.Key];
            content.Append(CultureInfo.InvariantCulture, $"/{element.Tag} << /MCID {tree.Mark(element)} >> BDC\n");
            foreach (var run in part.SelectMany(line => line.Runs.Select(run => (line.Y, Run: run))))
            {
                content.Append(Shown(run.Run, run.Y));
            }

            content.Append("EMC\n");
        }

        return content.ToString();
    }

    private static string FooterOf(int page, int pages) =>
        pages == 1 ? "" : $"/Artifact BMC\n{Shown(new(Layout.PageWidth / 2, $"{page} / {pages}", Face.Regular, 9), Layout.Margin / 2)}EMC\n";

    private static string Shown(Run run, double y) => string.Create(
        CultureInfo.InvariantCulture, $"BT /F{(int)run.Face} {run.Size} Tf {run.X:0.##} {y:0.##} Td ({PdfObjects.Escape(run.Text)}) Tj ET\n");

    private static string FontOf(Face face)
    {
        var name = face switch { Face.Bold => "Helvetica-Bold", Face.Code => "Courier-Bold", _ => "Helvetica" };
        return $"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>";
    }

    private static string LanguageOf(Paper paper) => paper.Language.Of("fr-FR", "en-GB");
}
