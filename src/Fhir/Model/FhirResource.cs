using System.Text.Json;

namespace MonEspaceSante.Fhir.Model;

/// <summary>A FHIR R4 resource of any type, as it was read. It holds only elements that R4 has, in the form that R4 gives them.</summary>
/// <remarks>Cardinalities, required codes and rules between elements are not looked at here: a validator does.</remarks>
public sealed class FhirResource
{
    private readonly Tape _tape;

    internal FhirResource(Tape tape) => _tape = tape;

    /// <summary>Reads FHIR JSON.</summary>
    /// <returns>The resource, or all that is wrong with its form, each with the FHIRPath of the element: <see cref="FhirRefusals"/>.</returns>
    public static FhirReading<FhirResource> FromJson(ReadOnlyMemory<byte> utf8) => JsonTapeReader.Read(utf8.Span);

    /// <summary>Its type, such as <c>Observation</c>.</summary>
    public string Type => Root.Type!.Name;

    /// <summary>The resource as an element.</summary>
    public FhirNode Root => new(_tape, 0);

    /// <summary>Its JSON, without blanks, otherwise as it was read: the order of elements, the digits of decimals, the narrative.</summary>
    public ReadOnlyMemory<byte> Json => _tape.Json;

    /// <summary>Writes it as a value of <paramref name="json"/>.</summary>
    public void WriteTo(Utf8JsonWriter json) => Root.WriteTo(json);
}
