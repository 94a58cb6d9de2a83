using System.Text.Json;

namespace MonEspaceSante.Fhir.Json;

/// <summary>Goes through the members of a JSON object, which must be sound; values stay the bytes that they are.</summary>
internal ref struct JsonMembers
{
    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _reader;

    public JsonMembers(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _reader = new(utf8);
        _reader.Read();
    }

    /// <summary>The name of the member, as FHIR writes names: without escapes.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Its value.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    public bool MoveNext()
    {
        if (!_reader.Read() || _reader.TokenType is not JsonTokenType.PropertyName)
        {
            return false;
        }

        Name = _reader.ValueSpan;
        _reader.Read();
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        Value = _utf8[start..(int)_reader.BytesConsumed];
        return true;
    }

    /// <summary>Writes the member as it is.</summary>
    public readonly void CopyTo(Utf8JsonWriter json)
    {
        json.WritePropertyName(Name);
        json.WriteRawValue(Value, skipInputValidation: true);
    }
}
