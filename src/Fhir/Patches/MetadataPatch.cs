using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Patches;

/// <summary>What a patch of a DocumentReference asks for, in order, whatever its syntax.</summary>
public sealed record MetadataPatch(ValueList<MetadataEdit> Edits)
{
    /// <summary>The most operations of a patch.</summary>
    public const int MostOperations = 20;

    /// <summary>What a patch is written in.</summary>
    public static IReadOnlyList<string> MediaTypes { get; } =
        ["application/json-patch+json", "application/xml-patch+xml", "application/fhir+json", "application/fhir+xml"];

    /// <summary>Reads a patch in the syntax of <paramref name="mediaType"/>: JSON Patch, XML Patch, or FHIRPath Patch as Parameters in JSON or XML.</summary>
    /// <returns>The patch, or all that is wrong with it; <see langword="null"/> where the media type is none of a patch.</returns>
    public static FhirReading<MetadataPatch>? Read(string mediaType, ReadOnlyMemory<byte> body) => mediaType switch
    {
        "application/json-patch+json" => JsonPatchReader.Read(body),
        "application/xml-patch+xml" => XmlPatchReader.Read(body),
        "application/fhir+json" => FhirPathPatchReader.Read(body, xml: false),
        "application/fhir+xml" => FhirPathPatchReader.Read(body, xml: true),
        _ => null,
    };
}
