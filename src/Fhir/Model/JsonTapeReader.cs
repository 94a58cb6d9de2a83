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

    private readonly ReadOnlySpan<byte> _text;
    private readonly TapeBuilder _tape;
    private readonly Faults _faults;
    private Utf8JsonReader _json;

    private JsonTapeReader(ReadOnlySpan<byte> text, TapeBuilder tape, Faults faults)
    {
        _text = text;
        _tape = tape;
        _faults = faults;
        _json = new(text, new JsonReaderOptions { MaxDepth = Deepest });
    }

    public static FhirReading<FhirResource> Read(ReadOnlySpan<byte> utf8)
    {
        var faults = new Faults();
        using var tape = new TapeBuilder(utf8.Length);
        try
        {
            if (Utf8.IsValid(utf8))
            {
                new JsonTapeReader(utf8, tape, faults).ReadAll();
            }
            else
            {
                faults.Add(FhirRefusals.JsonMalformed, "Resource");
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The parser lets half a surrogate pair through as an escape, and only says so when the text is taken.
            faults.Add(FhirRefusals.JsonMalformed, tape.IsEmpty ? "Resource" : tape.Path(0));
        }

        return new(faults.Found.Count == 0 ? new FhirResource(tape.ToTape()) : null, faults.Found);
    }

    private void ReadAll()
    {
        if (!_json.Read() || _json.TokenType is not JsonTokenType.StartObject)
        {
            _faults.Add(FhirRefusals.JsonMalformed, "Resource");
        }
        else if (ResourceType() is { } type)
        {
            var root = _tape.Add(Tape.None, Tape.None, null, type, -1);
            ReadObject(root, type);
            _tape[root].Length = _tape.Length;
            _json.Read();
        }
        else
        {
            _faults.Add(FhirRefusals.ResourceTypeWrong, "Resource");
        }
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

    private void ReadObject(int row, TypeSchema type)
    {
        var owner = new Owner(row, type);
        _tape.Write((byte)'{');
        while (_json.Read() && _json.TokenType is JsonTokenType.PropertyName)
        {
            WriteName(isFirst: owner.IsEmpty);
            owner.IsEmpty = false;
            ReadProperty(ref owner);
        }

        _tape.Write((byte)'}');
        Refuse(owner.IsEmpty, FhirRefusals.ElementEmpty, row);
        for (var child = owner.HasNull ? _tape[row].FirstChild : Tape.None; child != Tape.None; child = _tape[child].Next)
        {
            // A null stands for what the other of the two arrays of a primitive says at its place.
            Refuse(_tape[child] is { Length: 0, FirstChild: Tape.None }, FhirRefusals.ElementEmpty, child);
        }
    }

    private void ReadProperty(ref Owner owner)
    {
        ReadOnlySpan<byte> name = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(_json.GetString()!) : _json.ValueSpan;
        _json.Read();
        var isExtension = name is [(byte)'_', ..];
        if (owner.Type.IsResource && name.SequenceEqual("resourceType"u8))
        {
            Refuse(!owner.MeetsType(), FhirRefusals.NameRepeated, owner.Row, name);
            WriteToken();
        }
        else if (!owner.Type.TryForm(isExtension ? name[1..] : name, out var form) || (isExtension && !form.Type.IsPrimitive))
        {
            Refuse(true, FhirRefusals.ElementUnknown, owner.Row, name);
            _json.Skip();
        }
        else if (!owner.Meets(form.Place, isExtension, out var twin))
        {
            Refuse(true, IsOtherChoice(Child(owner.Row, form.Element), form.Type) ? FhirRefusals.TooManyElements : FhirRefusals.NameRepeated, owner.Row, name);
            _json.Skip();
        }
        else
        {
            ReadElement(ref owner, form, isExtension, twin ? Child(owner.Row, form.Element) : Tape.None, name);
        }
    }

    private void ReadElement(ref Owner owner, TypeSchema.ElementForm form, bool isExtension, int twin, ReadOnlySpan<byte> name)
    {
        if (IsOtherChoice(twin, form.Type))
        {
            Refuse(true, FhirRefusals.TooManyElements, owner.Row, name);
            _json.Skip();
        }
        else if (!form.Element.IsList)
        {
            ReadItem(ref owner, form, isExtension, twin, -1);
        }
        else if (_json.TokenType is not JsonTokenType.StartArray)
        {
            Refuse(true, _json.TokenType is JsonTokenType.Null ? FhirRefusals.ElementEmpty : FhirRefusals.ElementShapeWrong, owner.Row, name);
            _json.Skip();
        }
        else
        {
            ReadList(ref owner, form, isExtension, twin, name);
        }
    }

    private void ReadList(ref Owner owner, TypeSchema.ElementForm form, bool isExtension, int twin, ReadOnlySpan<byte> name)
    {
        var index = 0;
        _tape.Write((byte)'[');
        while (_json.Read() && _json.TokenType is not JsonTokenType.EndArray)
        {
            if (index > 0)
            {
                _tape.Write((byte)',');
            }

            ReadItem(ref owner, form, isExtension, twin, index++);
            if (twin != Tape.None)
            {
                var next = _tape[twin].Next;
                twin = next != Tape.None && _tape[next].Element == form.Element ? next : Tape.None;
            }
        }

        _tape.Write((byte)']');
        Refuse(index == 0, FhirRefusals.ElementEmpty, owner.Row, name);
    }

    // A primitive is one element, whose value and whose extensions come apart: the twin is the row that the other one made.
    private void ReadItem(ref Owner owner, TypeSchema.ElementForm form, bool isExtension, int twin, int index)
    {
        var row = twin;
        if (twin == Tape.None)
        {
            row = owner.Last = _tape.Add(owner.Row, owner.Last, form.Element, form.Type, index);
        }

        if (_json.TokenType is JsonTokenType.Null)
        {
            owner.HasNull = true;
            Refuse(index < 0 || !form.Type.IsPrimitive, FhirRefusals.ElementEmpty, row);
            WriteToken();
        }
        else if (form.Type.IsPrimitive && !isExtension)
        {
            ReadPrimitive(row, form.Type.Primitive);
        }
        else if (_json.TokenType is not JsonTokenType.StartObject)
        {
            Refuse(true, FhirRefusals.ElementShapeWrong, row);
            _json.Skip();
        }
        else if (form.Type.IsPrimitive)
        {
            ReadObject(row, form.Type);
        }
        else
        {
            ReadComplex(row, form.Type);
        }
    }
}
