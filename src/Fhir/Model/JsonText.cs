using System.Text;
using System.Text.Json;

namespace MonEspaceSante.Fhir.Model;

/// <summary>JSON text that was read before, hence is known to be right.</summary>
internal static class JsonText
{
    /// <summary>What a string says, or the signs of a number or a boolean.</summary>
    public static string Decode(ReadOnlySpan<byte> value)
    {
        if (value[0] != (byte)'"')
        {
            return Encoding.UTF8.GetString(value);
        }

        if (!value.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(value[1..^1]);
        }

        var reader = new Utf8JsonReader(value);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>The bytes that a string is in base64.</summary>
    public static byte[]? Bytes(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value);
        reader.Read();
        return reader.TryGetBytesFromBase64(out var bytes) ? bytes : null;
    }

    /// <summary>Writes <paramref name="value"/>, token by token where the writer lays it out over lines.</summary>
    public static void Write(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (!json.Options.Indented)
        {
            json.WriteRawValue(value, skipInputValidation: true);
            return;
        }

        var reader = new Utf8JsonReader(value);
        while (reader.Read())
        {
            WriteToken(ref reader, value, json);
        }
    }

    private static void WriteToken(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, Utf8JsonWriter json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                json.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                json.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                json.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                json.WriteEndArray();
                break;
            case JsonTokenType.PropertyName when !reader.ValueIsEscaped:
                json.WritePropertyName(reader.ValueSpan);
                break;
            case JsonTokenType.PropertyName:
                json.WritePropertyName(reader.GetString()!);
                break;
            default:
                json.WriteRawValue(text[(int)reader.TokenStartIndex..(int)reader.BytesConsumed], skipInputValidation: true);
                break;
        }
    }
}
