using System.Collections.Concurrent;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>What is asked of every element of one type, worked out once.</summary>
internal sealed class TypeRules
{
    private static readonly ConcurrentDictionary<TypeSchema, TypeRules> Known = new(ReferenceEqualityComparer.Instance);

    private TypeRules(TypeSchema type)
    {
        Required = [.. type.Elements.Where(element => element.Min > 0)];
        Invariants = Invariant.Among(type.Invariants);
        IsReference = type.Name is "Reference";
        IsResource = type.IsResource;
        IsPrimitive = type.IsPrimitive;
        IsNarrative = type.Primitive is PrimitiveKind.Xhtml;
        IsAddress = type.Primitive is PrimitiveKind.Uri or PrimitiveKind.Url or PrimitiveKind.Canonical;
    }

    /// <summary>Elements that must be there.</summary>
    public ElementSchema[] Required { get; }

    /// <summary>Rules of HL7.</summary>
    public Invariant[] Invariants { get; }

    /// <summary>Whether it points at a resource.</summary>
    public bool IsReference { get; }

    /// <summary>Whether it is a resource.</summary>
    public bool IsResource { get; }

    /// <summary>Whether it is one value.</summary>
    public bool IsPrimitive { get; }

    /// <summary>Whether it is the XHTML of a narrative.</summary>
    public bool IsNarrative { get; }

    /// <summary>Whether it may name a contained resource (<c>#id</c>).</summary>
    public bool IsAddress { get; }

    public static TypeRules Of(TypeSchema type) => Known.GetOrAdd(type, static type => new(type));
}
