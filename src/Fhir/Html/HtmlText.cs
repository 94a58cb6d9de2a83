using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MonEspaceSante.Fhir.Html;

/// <summary>HTML as it is written: tags and attribute names are ours, everything else is encoded.</summary>
internal sealed class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    public void Text(string? text) => _html.Append(Encoder.Encode(text ?? ""));

    /// <summary>A tag without content.</summary>
    public void Void(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes) => Open(tag, attributes);

    /// <summary>An element; attributes without a value are left out.</summary>
    public void Element(string tag, Action content, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(tag, attributes);
        content();
        _html.Append("</").Append(tag).Append('>');
    }

    /// <summary>An element of one text.</summary>
    public void Element(string tag, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes) => Element(tag, () => Text(text), attributes);

    public override string ToString() => _html.ToString();

    /// <summary>Markup of ours that holds nothing of a document.</summary>
    public void Ours(string markup) => _html.Append(markup);

    private void Open(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _html.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                _html.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(value)).Append('"');
            }
        }

        _html.Append('>');
    }
}
