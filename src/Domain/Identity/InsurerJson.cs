using System.Text.Json;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Identity;

/// <summary>A line of the insurer's feed as a JSON object: texts under the names of the fields, lists of texts where a field has several.</summary>
public static class InsurerJson
{
    private static readonly Dictionary<string, InsurerField> Fields = Enum.GetValues<InsurerField>().ToDictionary(InsurerLine.NameOf);

    /// <summary>Reads one object.</summary>
    public static Outcome<InsurerFields> Read(ReadOnlySpan<byte> json)
    {
        var fields = new InsurerFields();
        var reader = new Utf8JsonReader(json);
        try
        {
            return ReadObject(ref reader, fields) is { } fault ? fault : fields;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // Not JSON, or an escape that is no character: what it says cannot be known, hence cannot be told.
            return IdentityRefusals.LineNotJson;
        }
    }

    private static Refusal? ReadObject(ref Utf8JsonReader reader, InsurerFields fields)
    {
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            return IdentityRefusals.LineNotJson;
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (!Fields.TryGetValue(reader.GetString()!, out var field) || fields[field] is not null)
            {
                return IdentityRefusals.LineFieldUnknown;
            }

            if (!TryReadText(ref reader, out var text))
            {
                return IdentityRefusals.LineNotJson.At(InsurerLine.NameOf(field));
            }

            fields[field] = text;
        }

        return reader.TokenType is JsonTokenType.EndObject && !reader.Read() ? null : IdentityRefusals.LineNotJson;
    }

    private static bool TryReadText(ref Utf8JsonReader reader, out string? text)
    {
        reader.Read();
        text = reader.TokenType is JsonTokenType.String ? reader.GetString()!.Trim() : null;
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            return reader.TokenType is JsonTokenType.String or JsonTokenType.Null;
        }

        var several = new List<string>();
        while (reader.Read() && reader.TokenType is JsonTokenType.String)
        {
            several.Add(reader.GetString()!.Trim());
        }

        text = several.Count == 0 ? InsurerLine.NoCard : string.Join(InsurerLine.Separator, several);
        return reader.TokenType is JsonTokenType.EndArray;
    }
}
