using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MonEspaceSante.Fhir.Json;

/// <summary>FHIR R4 JSON going out: the same resource is always the same bytes.</summary>
public static class FhirJson
{
    // Served as application/fhir+json and never inside a page: accents and plus signs stay readable.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Pretty = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>The UTF-8 bytes of what <paramref name="write"/> writes.</summary>
    /// <param name="write">Writes one resource.</param>
    /// <param name="pretty">Over several lines, indented (<c>_pretty</c>).</param>
    public static byte[] Bytes(Action<Utf8JsonWriter> write, bool pretty = false)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, pretty ? Pretty : Compact))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
