using System.Collections.Concurrent;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>What is asked of every occurrence of one element beside what its type asks, worked out once.</summary>
internal sealed class ElementRules
{
    private static readonly ConcurrentDictionary<ElementSchema, ElementRules> Known = new(ReferenceEqualityComparer.Instance);

    private ElementRules(ElementSchema element)
    {
        Codes = element.Binding is { Codes: not null } binding ? new RequiredCodes(binding) : null;
        Invariants = Invariant.Among(element.Invariants);
        Targets = [.. element.Targets.Where(target => target != "Resource" && R4.TryType(target, out _)).Select(R4.Type)];
    }

    /// <summary>The codes that may stand there; <see langword="null"/> where any may.</summary>
    public RequiredCodes? Codes { get; }

    /// <summary>Rules of HL7 that this element has and its type has not.</summary>
    public Invariant[] Invariants { get; }

    /// <summary>The types of resources that it may point at; empty where any may be.</summary>
    public TypeSchema[] Targets { get; }

    public static ElementRules Of(ElementSchema element) => Known.GetOrAdd(element, static element => new(element));
}
