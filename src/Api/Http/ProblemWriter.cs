using System.Text.Json;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Api.Http;

/// <summary>Problem details (RFC 9457) of a refusal, in both languages.</summary>
internal static class ProblemWriter
{
    // Problems are not embedded in HTML: letters stay letters.
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(Refusal refusal, int status, string requestId)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", $"https://monespacesante.example/refusals/{refusal.Code}");
            json.WriteString("title", refusal.French);
            json.WriteNumber("status", status);
            json.WriteString("detail", refusal.English);
            json.WriteString("code", refusal.Code);
            if (refusal.Expression is { } expression)
            {
                json.WriteString("expression", expression);
            }

            json.WriteString("requestId", requestId);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
