using System.Xml.Linq;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Html;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>Writes the text of a section (CDA R2, StrucDoc.Text) as HTML. Of an element that is not one of its own, the text alone is written.</summary>
internal sealed class CdaNarrative(HtmlText html, CdaImages images, CdaWords words)
{
    private static readonly HashSet<string> Blocks = ["paragraph", "list", "table", "renderMultiMedia"];

    /// <summary><paramref name="tag"/>, where it is a BCP 47 tag.</summary>
    public static string? Language(string? tag) => tag is not null && AttachmentReader.LanguageTag().IsMatch(tag) ? tag : null;

    public void Write(XElement text) => html.Element("div", () => Content(text), ("lang", LanguageOf(text)));

    /// <summary>What is inside <paramref name="element"/>.</summary>
    public void Content(XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText text:
                    html.Text(string.IsNullOrWhiteSpace(text.Value) ? " " : text.Value);
                    break;
                case XElement child:
                    Element(child);
                    break;
            }
        }
    }

    private void Element(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "paragraph":
                html.Element(HasBlocks(element) ? "div" : "p", () => Content(element), ("lang", LanguageOf(element)));
                break;
            case "content":
                Styled(element);
                break;
            case "list":
                List(element);
                break;
            case "table":
                new CdaTable(html, this).Write(element);
                break;
            case "br":
                html.Void("br");
                break;
            case "sub" or "sup":
                html.Element(element.Name.LocalName, () => Content(element));
                break;
            case "caption":
                html.Element("strong", () => Content(element));
                break;
            case "linkHtml":
                Link(element);
                break;
            case "renderMultiMedia":
                Figure(element);
                break;
            case "footnote":
                html.Element("small", () => Content(element), ("role", "note"));
                break;
            default:
                Content(element);
                break;
        }
    }

    private void Styled(XElement element)
    {
        var styles = (element.Attribute("styleCode")?.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var tag = HasBlocks(element) ? "div"
            : element.Attribute("revised")?.Value switch { "delete" => "del", "insert" => "ins", _ => null }
            ?? (styles.Contains("Bold") ? "strong" : styles.Contains("Italics") || styles.Contains("Emphasis") ? "em" : styles.Contains("Underline") ? "u" : "span");
        html.Element(tag, () => Content(element), ("lang", LanguageOf(element)));
    }

    private void List(XElement list)
    {
        Caption(list, "p");
        var items = list.Elements().Where(item => item.Name.LocalName is "item").ToList();
        if (items.Count > 0)
        {
            html.Element(list.Attribute("listType")?.Value is "ordered" ? "ol" : "ul", () =>
            {
                foreach (var item in items)
                {
                    html.Element("li", () => Content(item), ("lang", LanguageOf(item)));
                }
            }, ("lang", LanguageOf(list)));
        }
    }

    // A link out of a health record tells its target who is reading what: the address is shown, not followed.
    private void Link(XElement link)
    {
        Content(link);
        if (link.Attribute("href")?.Value is { Length: > 0 } address && address != link.Value)
        {
            html.Element("span", $" ({address})", ("class", "address"));
        }
    }

    private void Figure(XElement media) => html.Element("figure", () =>
    {
        var caption = media.Value.Trim() is { Length: > 0 } text ? text : words.Image;
        var named = (media.Attribute("referencedObject")?.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var shown = named.Select(images.Take).OfType<string>().ToList();
        foreach (var image in shown)
        {
            html.Void("img", ("src", image), ("alt", caption));
        }

        html.Element("figcaption", shown.Count > 0 ? caption : $"{caption} ({words.ImageNotShown})");
    });

    /// <summary>The caption of <paramref name="owner"/>, if it has one, as the element <paramref name="tag"/>.</summary>
    public void Caption(XElement owner, string tag)
    {
        if (owner.Elements().FirstOrDefault(child => child.Name.LocalName is "caption") is { } caption)
        {
            html.Element(tag, () => Content(caption));
        }
    }

    public static string? LanguageOf(XElement element) => Language(element.Attribute("language")?.Value);

    private static bool HasBlocks(XElement element) => element.Descendants().Any(inner => Blocks.Contains(inner.Name.LocalName));
}
