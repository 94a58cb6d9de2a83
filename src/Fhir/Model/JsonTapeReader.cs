using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Model;

/// <summary>Reads FHIR JSON in one pass, led by the schema: what R4 does not have, or not in this form, is a fault.</summary>
internal ref partial struct JsonTapeReader
{
    // Security design, rule 24.
    private const int Deepest = 64;

    // Telling the place of a fault costs more than finding it: of a body made of faults we have seen enough.
    private const int MostRefused = 1_000;

    // Where no type is known that a path could start with.
    private const string Unknown = "Resource";

    private readonly ReadOnlySpan<byte> _text;
    private readonly TapeBuilder _tape;
    private readonly Faults _faults;
    private Utf8JsonReader _json;
    private int _refused;

    private JsonTapeReader(ReadOnlySpan<byte> text, TapeBuilder tape, Faults faults)
    {
        _text = text;
        _tape = tape;
        _faults = faults;
        _json = new(text, new JsonReaderOptions { MaxDepth = Deepest });
    }

    /// <summary>The resource, as far as it is one; <see langword="null"/> where the JSON or the type of the resource is wrong, which is the last fault then.</summary>
    public static FhirResource? Read(ReadOnlySpan<byte> utf8, Faults faults)
    {
        using var tape = new TapeBuilder(utf8.Length);
        try
        {
            if (Utf8.IsValid(utf8))
            {
                return new JsonTapeReader(utf8, tape, faults).ReadsAll() ? new(tape.ToTape()) : null;
            }

            faults.Add(FhirRefusals.JsonMalformed, Unknown);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The parser lets half a surrogate pair through as an escape, and only says so when the text is taken.
            faults.Add(FhirRefusals.JsonMalformed, tape.IsEmpty ? Unknown : tape.Path(0));
        }

        return null;
    }

    private bool ReadsAll()
    {
        if (!_json.Read() || _json.TokenType is not JsonTokenType.StartObject)
        {
            _faults.Add(FhirRefusals.JsonMalformed, Unknown);
            return false;
        }

        if (ResourceType() is not { } type)
        {
            _faults.Add(FhirRefusals.ResourceTypeWrong, Unknown);
            return false;
        }

        ReadComplex(_tape.Add(Tape.None, Tape.None, null, type, -1), type);

        // What follows the resource is no JSON.
        _json.Read();
        return true;
    }

    // The type of a resource may stand last in it, and decides how the rest is read.
    private readonly TypeSchema? ResourceType()
    {
        var ahead = _json;
        while (ahead.Read() && ahead.TokenType is JsonTokenType.PropertyName)
        {
            var found = ahead.ValueTextEquals("resourceType"u8);
            ahead.Read();
            if (found)
            {
                return ahead.TokenType is JsonTokenType.String && R4.TryResource(ahead.ValueSpan, out var type) ? type : null;
            }

            ahead.Skip();
        }

        return null;
    }
}
