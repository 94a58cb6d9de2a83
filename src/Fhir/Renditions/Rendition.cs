using System.Text.Json;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;

namespace MonEspaceSante.Fhir.Renditions;

/// <summary>How a client wants a resource shown: in which format, on how many lines, and how much of it.</summary>
/// <param name="Format">JSON or XML.</param>
/// <param name="Pretty">Indented, for people (<c>_pretty</c>).</param>
/// <param name="Part">How much of each resource (<c>_summary</c>, <c>_elements</c>); <see langword="null"/> for all.</param>
public sealed record Rendition(FhirFormat Format, bool Pretty = false, ResourcePart? Part = null)
{
    /// <summary>Whole, in JSON, on one line: the form in which the house writes and keeps resources.</summary>
    public static Rendition Plain { get; } = new(FhirFormat.Json);

    /// <summary>Shows the resource <paramref name="json"/>, which the house has written.</summary>
    /// <returns>UTF-8 bytes.</returns>
    /// <exception cref="InvalidOperationException">The house has written something that is not FHIR R4.</exception>
    public ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> json)
    {
        var shown = Part is null && !Pretty ? json : Rewrite(json);
        return Format is FhirFormat.Json ? shown : Read(shown).ToXml(Pretty);
    }

    // Numbers keep their digits: they are copied as they are written.
    private byte[] Rewrite(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return FhirJson.Bytes(writer =>
        {
            if (Part is null)
            {
                document.WriteTo(writer);
            }
            else
            {
                Part.Write(writer, document.RootElement);
            }
        }, Pretty);
    }

    private static FhirResource Read(ReadOnlyMemory<byte> json)
    {
        var read = FhirResource.FromJson(json);
        return read.Accepted ? read.Value : throw new InvalidOperationException($"Not FHIR R4, and yet written here: {read.Faults[0].Code} at {read.Faults[0].Expression}.");
    }
}

/// <summary>The formats that resources are sent in.</summary>
public enum FhirFormat
{
    /// <summary><c>application/fhir+json</c>.</summary>
    Json,

    /// <summary><c>application/fhir+xml</c>.</summary>
    Xml,
}
