using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Schema;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>A value set that an element must take its codes from, asked in the bytes of the body.</summary>
internal sealed class RequiredCodes
{
    private readonly Utf8Names<Utf8Names<bool>> _bySystem = new();
    private readonly Utf8Names<bool> _anySystem = new();

    public RequiredCodes(BindingSchema binding)
    {
        foreach (var (system, codes) in binding.Codes!)
        {
            var own = new Utf8Names<bool>();
            foreach (var code in codes)
            {
                own.Add(code, true);
                if (!_anySystem.TryGet(System.Text.Encoding.UTF8.GetBytes(code), out _))
                {
                    _anySystem.Add(code, true);
                }
            }

            _bySystem.Add(system, own);
        }
    }

    /// <summary>Whether the code, Coding or CodeableConcept <paramref name="node"/> is in the value set; other types are not asked.</summary>
    public bool Admit(FhirNode node) => node.Type switch
    {
        { Primitive: PrimitiveKind.Code } => !node.HasValue || _anySystem.TryGet(Bytes(node), out _),
        { Name: "Coding" } => AdmitCoding(node),
        { Name: "CodeableConcept" } => AdmitConcept(node),
        _ => true,
    };

    // One coding of the value set is enough; the others may say the same in other words.
    private bool AdmitConcept(FhirNode concept)
    {
        foreach (var coding in concept.Each("coding"))
        {
            if (AdmitCoding(coding))
            {
                return true;
            }
        }

        return false;
    }

    private bool AdmitCoding(FhirNode coding) =>
        coding["code"] is { HasValue: true } code && coding["system"] is { HasValue: true } system
        && _bySystem.TryGet(Bytes(system), out var codes) && codes.TryGet(Bytes(code), out _);

    // Codes and systems need no escape; one that has is looked up as it is written, and not found.
    private static ReadOnlySpan<byte> Bytes(FhirNode node) => node.Raw[1..^1];
}
