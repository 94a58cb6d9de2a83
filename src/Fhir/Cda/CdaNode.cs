using System.Xml.Linq;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>An element of a document and its path. Asking an element for what it does not have gives an element that does not exist.</summary>
internal readonly record struct CdaNode(XElement? Element, string Path)
{
    private static readonly XNamespace Namespace = CdaXml.Namespace;

    public bool Exists => Element is not null;

    /// <summary>The text in it, without spaces around; <see langword="null"/> where there is none.</summary>
    public string? Text => Element?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The first child <paramref name="name"/>.</summary>
    public CdaNode this[string name] => new(Element?.Element(Namespace + name), $"{Path}/{name}");

    /// <summary>The children <paramref name="name"/>.</summary>
    public IEnumerable<CdaNode> Each(string name)
    {
        var path = Path;
        return Element is null ? [] : Element.Elements(Namespace + name).Select((child, index) => new CdaNode(child, $"{path}/{name}[{index + 1}]"));
    }

    /// <summary>The attribute <paramref name="name"/>; <see langword="null"/> where it is absent or empty.</summary>
    public string? Attribute(string name) => Element?.Attribute(name)?.Value.Trim() is { Length: > 0 } value ? value : null;
}
