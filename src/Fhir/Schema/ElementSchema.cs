namespace MonEspaceSante.Fhir.Schema;

/// <summary>An element of a type, as FHIR R4 defines it.</summary>
public sealed class ElementSchema
{
    /// <summary>Its name, of a choice without <c>[x]</c> and without the name of a type: <c>value</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it has one of several types, which its JSON and XML names tell: <c>valueQuantity</c>.</summary>
    public required bool IsChoice { get; init; }

    /// <summary>How often it must occur.</summary>
    public required int Min { get; init; }

    /// <summary>How often it may occur; <see cref="int.MaxValue"/> where there is no limit.</summary>
    public required int Max { get; init; }

    /// <summary>Whether it may occur more than once: its JSON is an array.</summary>
    public bool IsList => Max > 1;

    /// <summary>Its type, or those that it may have.</summary>
    public IReadOnlyList<TypeSchema> Types { get; internal set; } = [];

    /// <summary>The types of resources (or, of a canonical, definitions) that it may point at; empty where anything may be pointed at.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>The value set that its codes must be from, if one is required.</summary>
    public required BindingSchema? Binding { get; init; }

    /// <summary>Rules of this element, beside those of its type.</summary>
    public IReadOnlyList<InvariantSchema> Invariants => Rules;

    /// <summary>Whether it belongs to the summary of a resource.</summary>
    public required bool IsSummary { get; init; }

    /// <summary>Whether it may change the meaning of other elements.</summary>
    public required bool IsModifier { get; init; }

    /// <summary>Whether XML writes it as an attribute.</summary>
    public required bool IsAttribute { get; init; }

    internal List<InvariantSchema> Rules { get; } = [];

    /// <summary>Whether <paramref name="name"/> is its bare name or the one that it has with the type <paramref name="type"/>.</summary>
    internal bool IsCalled(string name, TypeSchema type) =>
        name == Name
        || (IsChoice && name.Length == Name.Length + type.Name.Length && name.StartsWith(Name, StringComparison.Ordinal)
            && name[Name.Length] == char.ToUpperInvariant(type.Name[0]) && name.AsSpan(Name.Length + 1).SequenceEqual(type.Name.AsSpan(1)));

    /// <summary>The name that JSON and XML give it where it has the type <paramref name="type"/>.</summary>
    public string NameAs(TypeSchema type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return IsChoice ? $"{Name}{char.ToUpperInvariant(type.Name[0])}{type.Name.AsSpan(1)}" : Name;
    }
}
