using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Model;

/// <summary>Elements in their JSON form: lists become arrays, primitives a value and, under a name with a line below, their id and extensions.</summary>
internal sealed partial class XmlTranscoder
{
    private const string XhtmlNamespace = "http://www.w3.org/1999/xhtml";

    private void ReadElement(TypeSchema.ElementForm form)
    {
        var name = form.Element.NameAs(form.Type);
        if (_path.Count > Deepest)
        {
            Refuse(FhirRefusals.XmlMalformed);
            _xml.Skip();
        }
        else if (form.Type.IsPrimitive)
        {
            ReadPrimitives(form, name);
        }
        else if (form.Element.IsList)
        {
            _json.WriteStartArray(name);
            EachOfRun(form.Element, () => ReadComplex(form.Type));
            _json.WriteEndArray();
        }
        else
        {
            _json.WritePropertyName(name);
            EachOfRun(form.Element, () => ReadComplex(form.Type));
        }
    }

    // Elements of a list follow each other; of what is no list there is one.
    private void EachOfRun(ElementSchema element, Action read)
    {
        var (name, space, index) = (_xml.LocalName, _xml.NamespaceURI, 0);
        do
        {
            _path.Add((element.Name, element.IsList ? index++ : -1));
            read();
            _path.RemoveAt(_path.Count - 1);
        }
        while (element.IsList && MovesToElement() && _xml.LocalName == name && _xml.NamespaceURI == space);
    }

    private void ReadComplex(TypeSchema type)
    {
        if (!type.IsResource)
        {
            _json.WriteStartObject();
            ReadContent(type);
            _json.WriteEndObject();
            return;
        }

        var isOpen = Enters();
        if (isOpen && MovesToElement())
        {
            ReadResource();
        }
        else
        {
            _json.WriteNullValue();
        }

        while (isOpen && MovesToElement())
        {
            Refuse(FhirRefusals.TooManyElements);
            _xml.Skip();
        }

        Leave(isOpen);
    }

    private void ReadPrimitives(TypeSchema.ElementForm form, string name)
    {
        var found = new List<(string? Value, byte[]? Extensions)>();
        EachOfRun(form.Element, () => found.Add(ReadPrimitive(form.Type)));
        var isExtended = found.Exists(item => item.Extensions is not null);
        if (!isExtended || found.Exists(item => item.Value is not null))
        {
            _json.WritePropertyName(name);
            WriteItems(form.Element, found, item => WriteValue(form.Type.Primitive, item.Value));
        }

        if (isExtended)
        {
            _json.WritePropertyName("_" + name);
            WriteItems(form.Element, found, item => _json.WriteRawValue(item.Extensions ?? "null"u8, skipInputValidation: true));
        }
    }

    private void WriteItems(ElementSchema element, List<(string? Value, byte[]? Extensions)> items, Action<(string? Value, byte[]? Extensions)> write)
    {
        if (!element.IsList)
        {
            write(items[0]);
            return;
        }

        _json.WriteStartArray();
        items.ForEach(write);
        _json.WriteEndArray();
    }

    // The value, and the JSON of the object with its id and extensions, if it has any.
    private (string? Value, byte[]? Extensions) ReadPrimitive(TypeSchema type)
    {
        if (type.Primitive is PrimitiveKind.Xhtml)
        {
            return (_source.Element(), null);
        }

        var value = Value(type.Primitive);
        if (_xml.IsEmptyElement && _xml.GetAttribute("id") is null)
        {
            ReadAttributes(type);
            _xml.Read();
            return (value, null);
        }

        var extensions = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(extensions, Relaxed);
        var outer = _json;
        _json = json;
        _json.WriteStartObject();
        ReadContent(type);
        _json.WriteEndObject();
        _json.Flush();
        _json = outer;
        return (value, extensions.WrittenCount > "{}".Length ? extensions.WrittenSpan.ToArray() : null);
    }

    private string? Value(PrimitiveKind kind)
    {
        var value = _xml.GetAttribute("value");
        var isWrong = value is not null && kind switch
        {
            PrimitiveKind.Boolean => value is not ("true" or "false"),
            PrimitiveKind.Decimal or PrimitiveKind.Integer or PrimitiveKind.PositiveInt or PrimitiveKind.UnsignedInt => !JsonNumber().IsMatch(value),
            _ => false,
        };
        if (isWrong)
        {
            Refuse(FhirRefusals.ValueInvalid);
        }

        return isWrong ? null : value;
    }

    private void WriteValue(PrimitiveKind kind, string? value)
    {
        if (value is null)
        {
            _json.WriteNullValue();
        }
        else if (kind is PrimitiveKind.Boolean or PrimitiveKind.Decimal or PrimitiveKind.Integer or PrimitiveKind.PositiveInt or PrimitiveKind.UnsignedInt)
        {
            _json.WriteRawValue(value, skipInputValidation: true);
        }
        else
        {
            _json.WriteStringValue(value);
        }
    }

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex JsonNumber();
}
