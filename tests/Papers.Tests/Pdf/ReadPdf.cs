using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MonEspaceSante.Papers.Tests.Pdf;

/// <summary>A reader that shares nothing with the writer: it starts from the end of the file, as readers do, and follows the table of objects.</summary>
internal sealed partial class ReadPdf
{
    private readonly Dictionary<int, string> _objects = [];

    static ReadPdf() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public ReadPdf(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        Assert.StartsWith("%PDF-1.7\n", text, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF\n", text, StringComparison.Ordinal);
        var start = int.Parse(StartXref().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        var table = text[start..];
        Assert.StartsWith("xref\n0 ", table, StringComparison.Ordinal);
        var entries = Entry().Matches(table);
        for (var number = 1; number < entries.Count; number++)
        {
            var place = int.Parse(entries[number].Groups[1].Value, CultureInfo.InvariantCulture);
            Assert.StartsWith($"{number} 0 obj\n", text[place..(place + 20)], StringComparison.Ordinal);
            _objects[number] = text[place..text.IndexOf("\nendobj\n", place, StringComparison.Ordinal)];
        }

        Trailer = table[table.IndexOf("trailer", StringComparison.Ordinal)..];
        Assert.Contains($"/Size {entries.Count} ", Trailer, StringComparison.Ordinal);
    }

    public string Trailer { get; }

    public string Catalog => Of(Trailer, "Root");

    public IReadOnlyList<string> Pages => [.. References(Regex.Match(Of(Catalog, "Pages"), @"/Kids \[([^\]]*)\]").Groups[1].Value)];

    /// <summary>The content of a page; its length is checked.</summary>
    public string Content(string page)
    {
        var stream = Of(page, "Contents");
        var content = stream[(stream.IndexOf("stream\n", StringComparison.Ordinal) + 7)..stream.LastIndexOf("\nendstream", StringComparison.Ordinal)];
        Assert.Contains($"/Length {content.Length} ", stream, StringComparison.Ordinal);
        return content;
    }

    /// <summary>The lines of a page, in the order of the content.</summary>
    public IReadOnlyList<string> Lines(string page) =>
    [
        .. Shown().Matches(Content(page)).Select(shown => Encoding.GetEncoding(1252).GetString(
            Encoding.Latin1.GetBytes(Escaped().Replace(shown.Groups[1].Value, "$1")))),
    ];

    /// <summary>All the text, its lines joined by a space.</summary>
    public string Text => string.Join(' ', Pages.SelectMany(Lines));

    public string Of(string from, string name) => _objects[int.Parse(Regex.Match(from, $@"/{name} (\d+) 0 R").Groups[1].Value, CultureInfo.InvariantCulture)];

    public IEnumerable<string> References(string list) => Reference().Matches(list).Select(found => _objects[int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)]);

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n$")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"(\d{10}) \d{5} [nf] \n")]
    private static partial Regex Entry();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\(((?:\\.|[^()\\])*)\) Tj")]
    private static partial Regex Shown();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();
}
