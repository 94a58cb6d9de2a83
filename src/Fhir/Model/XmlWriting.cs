using System.Text;
using System.Xml;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Model;

/// <summary>Writes a resource as FHIR XML: elements in the order of the schema, primitives as attributes, the narrative as it is.</summary>
internal static class XmlWriting
{
    private const string FhirNamespace = "http://hl7.org/fhir";

    // Line breaks in attributes are kept as entities, those of the narrative stay what they are.
    private static readonly XmlWriterSettings Compact = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize, NewLineChars = "\n" };
    private static readonly XmlWriterSettings Pretty = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize, NewLineChars = "\n", Indent = true };

    public static void Write(FhirNode resource, Stream stream, bool pretty)
    {
        using var xml = XmlWriter.Create(stream, pretty ? Pretty : Compact);
        WriteResource(resource, xml);
    }

    private static void WriteResource(FhirNode resource, XmlWriter xml)
    {
        xml.WriteStartElement(resource.Type!.Name, FhirNamespace);
        WriteChildren(resource, xml);
        xml.WriteEndElement();
    }

    private static void WriteChildren(FhirNode owner, XmlWriter xml)
    {
        foreach (var child in owner.Children().Where(child => child.Schema!.IsAttribute))
        {
            xml.WriteAttributeString(child.Name, child.Text);
        }

        foreach (var child in InOrder(owner))
        {
            WriteElement(child, xml);
        }
    }

    private static IEnumerable<FhirNode> InOrder(FhirNode owner) =>
        owner.Children().Where(child => !child.Schema!.IsAttribute).OrderBy(child => owner.Type!.PlaceOf(child.Schema!)).ThenBy(child => child.Index);

    private static void WriteElement(FhirNode element, XmlWriter xml)
    {
        var type = element.Type!;
        if (type.Primitive is PrimitiveKind.Xhtml)
        {
            xml.WriteRaw(element.Text!);
            return;
        }

        xml.WriteStartElement(element.Schema!.NameAs(type), FhirNamespace);
        if (type.IsResource)
        {
            WriteResource(element, xml);
        }
        else
        {
            WriteContent(element, xml);
        }

        xml.WriteEndElement();
    }

    private static void WriteContent(FhirNode element, XmlWriter xml)
    {
        if (element.HasValue)
        {
            xml.WriteAttributeString("value", element.Text);
        }

        WriteChildren(element, xml);
    }
}
