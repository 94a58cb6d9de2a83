using System.Text.Json;

namespace MonEspaceSante.FhirSchema;

/// <summary>The bundles of HL7 that define FHIR R4, as the package <c>hl7.fhir.r4.examples</c> carries them.</summary>
internal static class Definitions
{
    public const string Canonical = "http://hl7.org/fhir/";
    public const string Types = Canonical + "StructureDefinition/";

    /// <summary>The resources of one bundle, in its order.</summary>
    public static IEnumerable<JsonElement> Bundle(string folder, string name)
    {
        var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, $"Bundle-{name}.json")));
        return document.RootElement.Each("entry").Select(entry => entry.GetProperty("resource"));
    }

    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ValueKind is JsonValueKind.String ? value.GetString() : value.GetRawText() : null;

    public static bool Flag(this JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.GetBoolean();

    public static IEnumerable<JsonElement> Each(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    /// <summary>The value of the extension <paramref name="url"/>, under whichever name its type gives it.</summary>
    public static string? Extension(this JsonElement element, string url) =>
        element.Each("extension").Where(extension => extension.Text("url") == Types + url)
            .SelectMany(extension => extension.EnumerateObject()).FirstOrDefault(property => property.Name.StartsWith("value", StringComparison.Ordinal)).Value
            is { ValueKind: not JsonValueKind.Undefined } value ? value.ToString() : null;

    /// <summary>On one line: what the table separates by tabs and lines holds neither.</summary>
    public static string OneLine(this string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A canonical address without its version.</summary>
    public static string Unversioned(this string canonical) => canonical.Split('|')[0];
}
