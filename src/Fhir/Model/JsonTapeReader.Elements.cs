using System.Text;
using System.Text.Json;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Model;

/// <summary>Objects and what their names lead to: elements, lists, the two halves of primitives.</summary>
internal ref partial struct JsonTapeReader
{
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
            // The first one is a text: the type came from it.
            WriteToken();
            Refuse(!owner.MeetsType(), FhirRefusals.NameRepeated, owner.Row, name);
            _json.Skip();
        }
        else if (!owner.Type.TryForm(isExtension ? name[1..] : name, out var form) || (isExtension && !IsExtensible(form.Type.Primitive)))
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
        else if (form.Type.IsResource)
        {
            ReadResource(row, form.Type);
        }
        else
        {
            ReadComplex(row, form.Type);
        }
    }

    /// <summary>An object that is being read, and which of its names were met.</summary>
    private struct Owner(int row, TypeSchema type)
    {
        private ulong _values;
        private ulong _extensions;
        private bool _type;

        public readonly int Row => row;

        public readonly TypeSchema Type => type;

        public int Last { get; set; }

        public bool IsEmpty { get; set; } = true;

        public bool HasNull { get; set; }

        /// <summary>Whether the element at <paramref name="place"/> comes for the first time; its twin may have come before.</summary>
        public bool Meets(int place, bool isExtension, out bool twin)
        {
            var bit = 1UL << place;
            ref var own = ref isExtension ? ref _extensions : ref _values;
            twin = ((isExtension ? _values : _extensions) & bit) != 0;
            var isFirst = (own & bit) == 0;
            own |= bit;
            return isFirst;
        }

        public bool MeetsType()
        {
            var isFirst = !_type;
            _type = true;
            return isFirst;
        }
    }
}
