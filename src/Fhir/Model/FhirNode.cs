using System.Globalization;
using System.Text;
using System.Text.Json;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Model;

/// <summary>An element of a resource. Asking an element for what it does not have gives an element that does not exist, and may be asked further.</summary>
public readonly record struct FhirNode
{
    private readonly Tape? _tape;
    private readonly int _row;

    // What was asked for and is not there: its path below the row.
    private readonly string? _missing;

    internal FhirNode(Tape tape, int row, string? missing = null) => (_tape, _row, _missing) = (tape, row, missing);

    /// <summary>Whether it is in the resource.</summary>
    public bool Exists => _tape is not null && _missing is null;

    /// <summary>The definition of the element; <see langword="null"/> of the resource itself.</summary>
    public ElementSchema? Schema => Exists ? Row.Element : null;

    /// <summary>The type that it has here: of a choice the chosen one, of a resource within a resource that resource's.</summary>
    public TypeSchema? Type => Exists ? Row.Type : null;

    /// <summary>The name of the element, without the name of a type: <c>value</c>; of a resource itself, its type.</summary>
    public string Name => Exists ? Row.Element?.Name ?? Row.Type.Name : "";

    /// <summary>Its FHIRPath from the resource that was read: <c>Observation.component[1].value</c>; also of an element that does not exist.</summary>
    public string Path => _tape is null ? "" : _missing is null ? Tape.Path(_tape.Rows, _row) : $"{Tape.Path(_tape.Rows, _row)}.{_missing}";

    /// <summary>Its place among elements of its name; -1 where the element cannot occur twice.</summary>
    public int Index => Exists ? Row.Index : -1;

    /// <summary>The element that it belongs to; none for the resource itself.</summary>
    public FhirNode Parent => Exists && Row.Element is not null ? new(_tape!, Row.Parent) : default;

    /// <summary>The nearest resource around it, or itself if it is one.</summary>
    public FhirNode Resource => !Exists || Row.Type.IsResource ? this : Parent.Resource;

    /// <summary>Whether it is a primitive with a value, not only an id or extensions.</summary>
    public bool HasValue => Exists && Row.Type.IsPrimitive && Row.Length > 0;

    /// <summary>Its JSON text, without blanks; empty where it has no value.</summary>
    public ReadOnlySpan<byte> Raw => Exists ? _tape!.Json.AsSpan(Row.Start, Row.Length) : [];

    /// <summary>The value of a primitive as text: a number with its digits, <c>true</c> or <c>false</c>; otherwise <see langword="null"/>.</summary>
    public string? Text => HasValue ? JsonText.Decode(Raw) : null;

    /// <summary>The value of a number; <see langword="null"/> of anything else, and beyond 28 digits.</summary>
    public decimal? Number =>
        HasValue && Raw[0] is not (byte)'"' && decimal.TryParse(Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The bytes of a base64Binary; <see langword="null"/> of anything that is no base64.</summary>
    public byte[]? Bytes => HasValue && Raw[0] == '"' ? JsonText.Bytes(Raw) : null;

    /// <summary>The value of a boolean; <see langword="null"/> of anything else.</summary>
    public bool? Flag => HasValue && Row.Type.Primitive is PrimitiveKind.Boolean ? Raw[0] == (byte)'t' : null;

    private ref readonly Tape.Row Row => ref _tape!.Rows[_row];

    /// <summary>The first child of a name; of a choice the bare name (<c>value</c>) or the full one (<c>valueQuantity</c>).</summary>
    public FhirNode this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            foreach (var child in Each(name))
            {
                return child;
            }

            return _tape is null ? default : new(_tape, _row, _missing is null ? name : $"{_missing}.{name}");
        }
    }

    /// <summary>All its children in the order of the text; of a primitive its id and extensions.</summary>
    public FhirNodes Children() => Exists ? new(_tape!, Row.FirstChild, null) : default;

    /// <summary>Its children of a name, bare or full.</summary>
    public FhirNodes Each(string name) => Exists ? new(_tape!, Row.FirstChild, name) : default;

    /// <summary>The path of all its children of a name, whether it has any: <c>Observation.component</c>.</summary>
    public string PathOf(string name) => _tape is null ? "" : $"{Path}.{name}";

    /// <summary>Writes its JSON as a value of <paramref name="json"/>; it must have some.</summary>
    public void WriteTo(Utf8JsonWriter json) => JsonText.Write(Raw, json);

    /// <summary>Its path, never what it says: that may be about a person's health.</summary>
    public override string ToString() => Path;
}
