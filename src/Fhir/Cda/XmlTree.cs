using System.Xml;
using System.Xml.Linq;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>A tree that grows node by node, so that whoever reads can stop it.</summary>
internal sealed class XmlTree
{
    private XElement? _open;

    public XElement? Root { get; private set; }

    /// <summary>Takes the next node of <paramref name="reader"/>; <see langword="false"/> where there is none.</summary>
    public bool Read(XmlReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }

        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Open(reader);
                break;
            case XmlNodeType.EndElement:
                _open = _open!.Parent;
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                _open?.Add(reader.Value);
                break;
            default:
                // The declaration.
                break;
        }

        return true;
    }

    private void Open(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            // Prefixes have done their work.
            if (reader.Name != "xmlns" && reader.Prefix != "xmlns")
            {
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
            }
        }

        reader.MoveToElement();
        _open?.Add(element);
        Root ??= element;
        _open = reader.IsEmptyElement ? _open : element;
    }
}
