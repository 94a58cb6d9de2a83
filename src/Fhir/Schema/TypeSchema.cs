using System.Diagnostics.CodeAnalysis;

namespace MonEspaceSante.Fhir.Schema;

/// <summary>A resource, a datatype, a primitive, or a part of one of these that has elements of its own.</summary>
public sealed class TypeSchema
{
    /// <summary>The most elements of a type: readers keep one bit for each that they have met.</summary>
    internal const int MostElements = 64;

    private readonly Utf8Names<ElementForm> _forms = new();
    private readonly Dictionary<ElementSchema, int> _places = [];

    /// <summary>Its name; that of a part is its path, such as <c>Observation.component</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is a special case of; <see langword="null"/> for Element and Resource.</summary>
    public required TypeSchema? Base { get; init; }

    /// <summary>Whether it only stands for others: Element, BackboneElement, Resource, DomainResource.</summary>
    public required bool IsAbstract { get; init; }

    /// <summary>Whether it is a resource.</summary>
    public bool IsResource => Name is "Resource" || Base is { IsResource: true };

    /// <summary>Whether it is one value: a text, a number, a boolean.</summary>
    public bool IsPrimitive => Primitive is not PrimitiveKind.None;

    /// <summary>Which primitive it is.</summary>
    public required PrimitiveKind Primitive { get; init; }

    /// <summary>What a primitive looks like, in HL7's regular expression; <see langword="null"/> of what is none, and of XHTML.</summary>
    /// <remarks><c>\S</c> and <c>\s</c> are those of XML Schema: space, tab, carriage return and line feed.</remarks>
    public required string? Regex { get; init; }

    /// <summary>Its elements, inherited ones first, in the order that XML writes them.</summary>
    public required IReadOnlyList<ElementSchema> Elements { get; init; }

    /// <summary>Its rules, inherited ones first.</summary>
    public required IReadOnlyList<InvariantSchema> Invariants { get; init; }

    /// <summary>Whether it is <paramref name="other"/> or a special case of it.</summary>
    public bool Is(TypeSchema other) => this == other || Base?.Is(other) is true;

    /// <summary>Finds an element, and the type that it has, by the name that JSON and XML give it: <c>status</c>, <c>valueQuantity</c>.</summary>
    public bool TryElement(ReadOnlySpan<byte> jsonName, [NotNullWhen(true)] out ElementSchema? element, [NotNullWhen(true)] out TypeSchema? valueType)
    {
        var found = _forms.TryGet(jsonName, out var form);
        (element, valueType) = (form.Element, form.Type);
        return found;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal bool TryForm(ReadOnlySpan<byte> jsonName, out ElementForm form) => _forms.TryGet(jsonName, out form);

    /// <summary>The place of an element that is one of this type's.</summary>
    internal int PlaceOf(ElementSchema element) => _places[element];

    /// <summary>Ends the making of the type: its elements know their types now.</summary>
    internal void Close()
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Elements.Count, MostElements);
        for (var index = 0; index < Elements.Count; index++)
        {
            _places.Add(Elements[index], index);
            foreach (var type in Elements[index].Types)
            {
                _forms.Add(Elements[index].NameAs(type), new(Elements[index], type, index));
            }
        }
    }

    /// <summary>An element in one of its types, and its place among the elements of its owner.</summary>
    internal readonly record struct ElementForm(ElementSchema Element, TypeSchema Type, int Place);
}
