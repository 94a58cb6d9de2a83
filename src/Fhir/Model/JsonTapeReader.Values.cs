using System.Buffers;
using System.Text;
using System.Text.Json;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Model;

/// <summary>What stands in an element, and how it gets onto the tape.</summary>
internal ref partial struct JsonTapeReader
{
    // Contained, or in a bundle or a parameter: its own type decides.
    private void ReadResource(int row, TypeSchema expected)
    {
        if (ResourceType() is { } type && type.Is(expected))
        {
            _tape[row].Type = type;
            ReadComplex(row, type);
            return;
        }

        Refuse(true, FhirRefusals.ResourceTypeWrong, row);
        _json.Skip();
    }

    private void ReadComplex(int row, TypeSchema type)
    {
        var start = _tape.Length;
        ReadObject(row, type);
        (_tape[row].Start, _tape[row].Length) = (start, _tape.Length - start);
    }

    private void ReadPrimitive(int row, PrimitiveKind kind)
    {
        if (!IsForm(kind, _json.TokenType))
        {
            Refuse(true, FhirRefusals.ElementShapeWrong, row);
            _json.Skip();
            return;
        }

        (_tape[row].Start, _tape[row].Length) = (_tape.Length, (int)(_json.BytesConsumed - _json.TokenStartIndex));
        WriteToken();
        if (!_json.ValueIsEscaped)
        {
            CheckValue(row, kind, _json.ValueSpan);
            return;
        }

        var unescaped = ArrayPool<byte>.Shared.Rent(_json.ValueSpan.Length);
        try
        {
            CheckValue(row, kind, unescaped.AsSpan(0, _json.CopyString(unescaped)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(unescaped, clearArray: true);
        }
    }

    private void CheckValue(int row, PrimitiveKind kind, ReadOnlySpan<byte> text)
    {
        Refuse(text.IsEmpty, FhirRefusals.ElementEmpty, row);
        Refuse(!PrimitiveRules.Accept(kind, text), FhirRefusals.ValueInvalid, row);
    }

    private static bool IsForm(PrimitiveKind kind, JsonTokenType token) => kind switch
    {
        PrimitiveKind.Boolean => token is JsonTokenType.True or JsonTokenType.False,
        PrimitiveKind.Decimal or PrimitiveKind.Integer or PrimitiveKind.PositiveInt or PrimitiveKind.UnsignedInt => token is JsonTokenType.Number,
        _ => token is JsonTokenType.String,
    };

    // FHIR R4: XHTML takes no extensions, and its id is an attribute of the div itself.
    private static bool IsExtensible(PrimitiveKind kind) => kind is not (PrimitiveKind.None or PrimitiveKind.Xhtml);

    // The row of the first child that is of this element.
    private readonly int Child(int row, ElementSchema element)
    {
        var child = _tape[row].FirstChild;
        while (child != Tape.None && _tape[child].Element != element)
        {
            child = _tape[child].Next;
        }

        return child;
    }

    private readonly bool IsOtherChoice(int row, TypeSchema type) => row != Tape.None && _tape[row].Type != type;

    private readonly void WriteName(bool isFirst)
    {
        if (!isFirst)
        {
            _tape.Write((byte)',');
        }

        _tape.Write((byte)'"');
        _tape.Write(_json.ValueSpan);
        _tape.Write("\":"u8);
    }

    private readonly void WriteToken() => _tape.Write(_text[(int)_json.TokenStartIndex..(int)_json.BytesConsumed]);

    private void Refuse(bool wrong, Refusal refusal, int row)
    {
        if (wrong && ++_refused <= MostRefused)
        {
            _faults.Add(refusal, _tape.Path(row));
        }
    }

    private void Refuse(bool wrong, Refusal refusal, int row, ReadOnlySpan<byte> name)
    {
        if (wrong && ++_refused <= MostRefused)
        {
            _faults.Add(refusal, $"{_tape.Path(row)}.{Encoding.UTF8.GetString(name)}");
        }
    }
}
