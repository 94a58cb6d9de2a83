using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MonEspaceSante.Domain.Kernel;

/// <summary>A JSON value kept as the UTF-8 text it came as, digit for digit: decimals, offsets and narratives come back as they were written.</summary>
[JsonConverter(typeof(JsonTextConverter))]
public readonly struct JsonText : IEquatable<JsonText>
{
    /// <summary>
    /// The deepest nesting that is taken in. What holds the text, journals and calls between grains, nests it a few levels further, and
    /// readers of JSON stop at 64.
    /// </summary>
    public const int Deepest = 48;

    private readonly byte[]? _utf8;

    internal JsonText(byte[] utf8) => _utf8 = utf8;

    /// <summary>The text.</summary>
    public ReadOnlyMemory<byte> Utf8 => _utf8;

    /// <summary>Takes in a copy of <paramref name="utf8"/>.</summary>
    /// <exception cref="JsonException">It is not one JSON value, or nests deeper than <see cref="Deepest"/>.</exception>
    public static JsonText Of(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Deepest });
        while (reader.Read())
        {
        }

        return new(utf8.ToArray());
    }

    /// <summary>The text of <paramref name="value"/>.</summary>
    public static JsonText Of<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>The value that the text is of.</summary>
    /// <exception cref="JsonException">It is the text of something else.</exception>
    public T Read<T>(JsonTypeInfo<T> type) => JsonSerializer.Deserialize(_utf8, type)!;

    /// <summary>The text of <paramref name="element"/>.</summary>
    public static JsonText Of(JsonElement element) => new(JsonMarshal.GetRawUtf8Value(element).ToArray());

    /// <summary>Whether two texts are the same bytes.</summary>
    public static bool operator ==(JsonText left, JsonText right) => left.Equals(right);

    /// <summary>Whether two texts are not the same bytes.</summary>
    public static bool operator !=(JsonText left, JsonText right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(JsonText other) => _utf8.AsSpan().SequenceEqual(other._utf8);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_utf8);
        return hash.ToHashCode();
    }
}

/// <summary>Texts are written as they are.</summary>
public sealed class JsonTextConverter : JsonConverter<JsonText>
{
    /// <inheritdoc/>
    public override JsonText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return JsonText.Of(document.RootElement);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JsonText value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
    }
}
