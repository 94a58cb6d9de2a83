using System.Text;
using System.Xml;

namespace MonEspaceSante.Fhir.Model;

/// <summary>The text of an XML body beside its reader, so that a narrative can be taken from it character for character.</summary>
internal sealed class XmlSource(string text) : IDisposable
{
    // Security design, rule 25.
    private const int Longest = 20_000_000;

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Longest,
        IgnoreComments = true,
    };

    private List<int>? _lines;

    public XmlReader Reader { get; } = XmlReader.Create(new StringReader(text), Strict);

    /// <summary>
    /// The element that the reader stands on, which it leaves: as it is written where it names its own namespace, otherwise written anew, with it.
    /// </summary>
    public string Element()
    {
        if (Reader.Prefix.Length > 0 || Reader.GetAttribute("xmlns") is null)
        {
            return Reader.ReadOuterXml();
        }

        var start = Position() - 1;
        var end = Reader.IsEmptyElement ? EndOfEmptyTag(start) : EndOfElement();
        Reader.Read();
        return text[start..end];
    }

    public void Dispose() => Reader.Dispose();

    private int EndOfElement()
    {
        var depth = Reader.Depth;
        do
        {
            Reader.Read();
        }
        while (Reader.Depth > depth);

        return text.IndexOf('>', Position()) + 1;
    }

    // The sign > may also stand in the value of an attribute.
    private int EndOfEmptyTag(int start)
    {
        while (Reader.MoveToNextAttribute())
        {
            start = text.IndexOf(Reader.QuoteChar, Position()) + 1;
            start = text.IndexOf(Reader.QuoteChar, start) + 1;
        }

        Reader.MoveToElement();
        return text.IndexOf('>', start) + 1;
    }

    // Where the name starts that the reader stands on.
    private int Position()
    {
        var place = (IXmlLineInfo)Reader;
        _lines ??= Lines();
        return _lines[place.LineNumber - 1] + place.LinePosition - 1;
    }

    private List<int> Lines()
    {
        var lines = new List<int> { 0 };
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\n' || (text[index] == '\r' && (index + 1 == text.Length || text[index + 1] != '\n')))
            {
                lines.Add(index + 1);
            }
        }

        return lines;
    }
}
