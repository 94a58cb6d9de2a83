using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Cda;

/// <summary>The only way into the XML of a document: nothing is fetched, nothing is expanded, and nothing costs more than its bytes allow for.</summary>
/// <remarks>Security design, rule 25 and refusal R13: no DTD, hence no entities; no XInclude; stylesheets of the document are left aside.</remarks>
internal static class CdaXml
{
    public const string Namespace = "urn:hl7-org:v3";

    private const string Root = "ClinicalDocument";
    private const string XInclude = "http://www.w3.org/2001/XInclude";
    private const int MostCharacters = 20_000_000;
    private const int Deepest = 128;

    // A large structured report has some ten thousands of each; a tree of millions would fit in twenty million characters.
    private const int MostElements = 100_000;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true, IgnoreProcessingInstructions = true,
    };

    /// <summary>Why <paramref name="content"/> is not XML that is read; <see langword="null"/> where it is a ClinicalDocument from its first to its last byte.</summary>
    public static Refusal? Fault(ReadOnlyMemory<byte> content) => Walk(content, static reader => reader.Read());

    /// <summary>The tree of <paramref name="content"/>.</summary>
    public static Outcome<XElement> Load(ReadOnlyMemory<byte> content)
    {
        var tree = new XmlTree();
        return Walk(content, tree.Read) is { } refusal ? refusal : tree.Root!;
    }

    private static Refusal? Walk(ReadOnlyMemory<byte> content, Func<XmlReader, bool> read)
    {
        // Zeros are of UTF-16, in which tags are not found; CI-SIS documents are in UTF-8. An element has two tags at most.
        if (content.Span.Contains((byte)0) || Encoding.UTF8.GetCharCount(content.Span) > MostCharacters || XmlTags.Exceed(content.Span, 2 * MostElements))
        {
            return CdaRefusals.Malformed;
        }

        try
        {
            using var reader = XmlReader.Create(AsStream(content), Safe);
            var elements = 0;
            while (read(reader))
            {
                if (reader.NodeType is not XmlNodeType.Element)
                {
                    continue;
                }

                if (reader.Depth > Deepest || ++elements > MostElements || reader.NamespaceURI == XInclude
                    || (elements == 1 && reader is not { LocalName: Root, NamespaceURI: Namespace }))
                {
                    return CdaRefusals.Malformed;
                }
            }

            return null;
        }
        catch (XmlException)
        {
            return CdaRefusals.Malformed;
        }
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array)
            ? new(array.Array!, array.Offset, array.Count, writable: false)
            : new(content.ToArray(), writable: false);
}
