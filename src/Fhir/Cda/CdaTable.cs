using System.Globalization;
using System.Xml.Linq;
using MonEspaceSante.Fhir.Html;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>Writes a table of a narrative, its headers marked as such: screen readers say them with each cell.</summary>
internal sealed class CdaTable(HtmlText html, CdaNarrative narrative)
{
    // HTML: more is read as this.
    private const int MostSpanned = 1000;

    public void Write(XElement table) => html.Element("table", () =>
    {
        narrative.Caption(table, "caption");
        // HTML has the foot after the body, CDA before it. Rows outside of a body are not CDA, and not lost.
        foreach (var (part, isHead) in (ReadOnlySpan<(string, bool)>)[("thead", true), ("tbody", false), ("tfoot", false)])
        {
            foreach (var rows in Named(table, part))
            {
                html.Element(part, () => Rows(rows, isHead));
            }

            if (part is "tbody" && Named(table, "tr").Any())
            {
                html.Element(part, () => Rows(table, isHead));
            }
        }
    }, ("lang", CdaNarrative.LanguageOf(table)));

    private void Rows(XElement rows, bool isHead)
    {
        foreach (var row in Named(rows, "tr"))
        {
            html.Element("tr", () =>
            {
                foreach (var cell in row.Elements().Where(cell => cell.Name.LocalName is "th" or "td"))
                {
                    Cell(cell, isHead);
                }
            });
        }
    }

    private void Cell(XElement cell, bool isHead)
    {
        var (columns, rows) = (Span(cell, "colspan"), Span(cell, "rowspan"));
        var isHeader = isHead || cell.Name.LocalName is "th";
        html.Element(isHeader ? "th" : "td", () => narrative.Content(cell),
            ("scope", isHeader ? (isHead ? "col" : "row") + (isHead && columns is not null ? "group" : "") : null),
            ("colspan", columns), ("rowspan", rows), ("lang", CdaNarrative.LanguageOf(cell)));
    }

    private static string? Span(XElement cell, string name) =>
        int.TryParse(cell.Attribute(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span is > 1 and <= MostSpanned
            ? span.ToString(CultureInfo.InvariantCulture)
            : null;

    private static IEnumerable<XElement> Named(XElement parent, string name) => parent.Elements().Where(child => child.Name.LocalName == name);
}
