using System.Text.Json;
using MonEspaceSante.Fhir.Json;

namespace MonEspaceSante.Fhir.Model;

/// <summary>A FHIR R4 resource of any type, as it was read. It holds only elements that R4 has, in the form that R4 gives them.</summary>
/// <remarks>Cardinalities, required codes and rules between elements are not looked at here: a validator does.</remarks>
public sealed class FhirResource
{
    private readonly Tape _tape;

    internal FhirResource(Tape tape) => _tape = tape;

    /// <summary>Reads FHIR JSON.</summary>
    /// <returns>The resource, or all that is wrong with its form, each with the FHIRPath of the element: <see cref="FhirRefusals"/>.</returns>
    public static FhirReading<FhirResource> FromJson(ReadOnlyMemory<byte> utf8)
    {
        var faults = new Faults();
        var resource = JsonTapeReader.Read(utf8.Span, faults);
        return new(faults.Found.Count == 0 ? resource : null, faults.Found);
    }

    /// <summary>Reads FHIR XML, by turning it into JSON.</summary>
    /// <returns>The resource, or all that is wrong with its form, as <see cref="FromJson"/>.</returns>
    public static FhirReading<FhirResource> FromXml(ReadOnlyMemory<byte> xml)
    {
        var faults = new Faults();
        var json = XmlTranscoder.Transcode(xml.Span, faults);
        var read = json.IsEmpty ? new(null, []) : FromJson(json);
        foreach (var fault in read.Faults)
        {
            // The JSON is our own writing: only too many levels can be wrong with it.
            faults.Add(fault == FhirRefusals.JsonMalformed.At(fault.Expression!) ? FhirRefusals.XmlMalformed : fault, fault.Expression!);
        }

        return faults.Found.Count == 0 ? read : new(null, faults.Found);
    }

    /// <summary>Its type, such as <c>Observation</c>.</summary>
    public string Type => Root.Type!.Name;

    /// <summary>The resource as an element.</summary>
    public FhirNode Root => new(_tape, 0);

    /// <summary>Its JSON, without blanks, otherwise as it was read: the order of elements, the digits of decimals, the narrative.</summary>
    public ReadOnlyMemory<byte> Json => _tape.Json;

    /// <summary>Its XML, in UTF-8.</summary>
    /// <param name="pretty">Over several lines, indented (<c>_pretty</c>).</param>
    public byte[] ToXml(bool pretty = false)
    {
        using var xml = new MemoryStream();
        XmlWriting.Write(Root, xml, pretty);
        return xml.ToArray();
    }

    /// <summary>Writes it as a value of <paramref name="json"/>.</summary>
    public void WriteTo(Utf8JsonWriter json) => Root.WriteTo(json);
}
