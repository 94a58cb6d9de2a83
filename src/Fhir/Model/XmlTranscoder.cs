using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Model;

/// <summary>Turns FHIR XML into FHIR JSON in one pass, led by the schema. What is wrong in both forms is left to the reader of JSON.</summary>
internal sealed partial class XmlTranscoder
{
    private const string FhirNamespace = "http://hl7.org/fhir";
    private const string SchemaNamespace = "http://www.w3.org/2001/XMLSchema-instance";

    // As deep as JSON may be; the reader of the JSON counts exactly, this keeps us from going further down than it ever would.
    private const int Deepest = 64;

    // Telling the place of a fault costs more than finding it: of a body made of faults we have seen enough.
    private const int MostRefused = 1_000;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly XmlSource _source;
    private readonly XmlReader _xml;
    private readonly Faults _faults;
    private readonly List<(string Name, int Index)> _path = [];
    private Utf8JsonWriter _json;
    private int _refused;

    private XmlTranscoder(XmlSource source, Utf8JsonWriter json, Faults faults) => (_source, _xml, _json, _faults) = (source, source.Reader, json, faults);

    /// <summary>The JSON of <paramref name="xml"/>, as far as it could be read; what could not is in <paramref name="faults"/>.</summary>
    public static ReadOnlyMemory<byte> Transcode(ReadOnlySpan<byte> xml, Faults faults)
    {
        var written = new ArrayBufferWriter<byte>(Math.Max(256, xml.Length));
        if (!Utf8.IsValid(xml))
        {
            faults.Add(FhirRefusals.XmlMalformed, "Resource");
            return default;
        }

        using var source = new XmlSource(Encoding.UTF8.GetString(xml.StartsWith(Encoding.UTF8.Preamble) ? xml[Encoding.UTF8.Preamble.Length..] : xml));
        using var json = new Utf8JsonWriter(written, Relaxed);
        var transcoder = new XmlTranscoder(source, json, faults);
        try
        {
            transcoder.ReadDocument();
            json.Flush();
            return written.WrittenMemory;
        }
        catch (XmlException)
        {
            transcoder.Refuse(FhirRefusals.XmlMalformed);
            return default;
        }
    }

    private void ReadDocument()
    {
        // Bytes are UTF-8 here, whatever else the declaration says.
        if (_xml.Read() && _xml.NodeType is XmlNodeType.XmlDeclaration
            && _xml.GetAttribute("encoding") is { } encoding && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            Refuse(FhirRefusals.XmlMalformed);
        }

        while (_xml.NodeType is XmlNodeType.XmlDeclaration or XmlNodeType.Whitespace)
        {
            _xml.Read();
        }

        if (_xml.NodeType is XmlNodeType.Element)
        {
            ReadResource();
        }

        if (MovesToElement() || !_xml.EOF)
        {
            Refuse(FhirRefusals.XmlMalformed);
        }
    }

    private void ReadResource()
    {
        if (_xml.NamespaceURI != FhirNamespace || !R4.TryType(_xml.LocalName, out var type) || type is not { IsResource: true, IsAbstract: false })
        {
            Refuse(FhirRefusals.ResourceTypeWrong);
            _xml.Skip();
            return;
        }

        if (_path.Count == 0)
        {
            _path.Add((type.Name, -1));
        }

        _json.WriteStartObject();
        _json.WriteString("resourceType"u8, type.Name);
        ReadContent(type);
        _json.WriteEndObject();
    }

    // The attributes and the children of the element that the reader stands on; it leaves it.
    private void ReadContent(TypeSchema type)
    {
        ReadAttributes(type);
        var isOpen = Enters();
        ReadChildren(type, isOpen);
        Leave(isOpen);
    }

    private void ReadAttributes(TypeSchema type)
    {
        while (_xml.MoveToNextAttribute())
        {
            if (_xml.Prefix is "xmlns" || _xml.Name is "xmlns" || (type.IsPrimitive && _xml.Name is "value")
                || (_xml.NamespaceURI is SchemaNamespace && _xml.LocalName is "schemaLocation"))
            {
                continue;
            }

            if (_xml.NamespaceURI.Length == 0 && type.TryElement(Encoding.UTF8.GetBytes(_xml.LocalName), out var element, out _) && element.IsAttribute)
            {
                _json.WriteString(element.Name, _xml.Value);
            }
            else
            {
                Refuse(FhirRefusals.ElementUnknown, _xml.LocalName);
            }
        }

        _xml.MoveToElement();
    }

    private void ReadChildren(TypeSchema type, bool isOpen)
    {
        var last = -1;
        while (isOpen && MovesToElement())
        {
            if (!Finds(type, out var form))
            {
                Refuse(FhirRefusals.ElementUnknown, _xml.LocalName);
                _xml.Skip();
            }
            else if (form.Place <= last)
            {
                Refuse(form.Place == last ? FhirRefusals.TooManyElements : FhirRefusals.ElementMisplaced, _xml.LocalName);
                _xml.Skip();
            }
            else
            {
                last = form.Place;
                ReadElement(form);
            }
        }
    }

    private bool Finds(TypeSchema type, out TypeSchema.ElementForm form)
    {
        form = default;
        return type.TryForm(Encoding.UTF8.GetBytes(_xml.LocalName), out form) && !form.Element.IsAttribute
            && (form.Type.Primitive is PrimitiveKind.Xhtml ? _xml.NamespaceURI.Equals(XhtmlNamespace, StringComparison.Ordinal) : _xml.NamespaceURI is FhirNamespace);
    }

    // Whether there is a child to go to; blanks and comments are passed, anything else is refused.
    private bool MovesToElement()
    {
        while (!_xml.EOF && _xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement))
        {
            if (_xml.NodeType is not (XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
            {
                Refuse(FhirRefusals.XmlMalformed);
            }

            _xml.Read();
        }

        return !_xml.EOF && _xml.NodeType is XmlNodeType.Element;
    }

    private bool Enters()
    {
        var isOpen = !_xml.IsEmptyElement;
        _xml.Read();
        return isOpen;
    }

    private void Leave(bool isOpen)
    {
        if (isOpen)
        {
            _xml.ReadEndElement();
        }
    }

    private void Refuse(Refusal refusal, string? child = null)
    {
        if (++_refused > MostRefused)
        {
            return;
        }

        var path = string.Concat(_path.Select((step, index) => (index > 0 ? "." : "") + step.Name + (step.Index >= 0 ? $"[{step.Index}]" : "")));
        path = path.Length == 0 ? "Resource" : path;
        _faults.Add(refusal, child is null ? path : $"{path}.{child}");
    }
}
