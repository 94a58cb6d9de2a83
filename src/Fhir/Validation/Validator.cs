using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Paths;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>Checks a resource against FHIR R4 (4.0.1): how often elements occur, required codes, what references point at, dates, narratives, the rules of HL7.</summary>
/// <remarks>Its form (elements, types, primitives) was checked when it was read. Warnings of HL7 and value sets that are no finite list are not looked at.</remarks>
public static class Validator
{
    /// <summary>All that is wrong with <paramref name="resource"/>, the first hundred findings, each with its FHIRPath; none where it is valid.</summary>
    /// <param name="resource">What was read.</param>
    public static IReadOnlyList<Refusal> Validate(FhirResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var scope = PathScope.Take();
        var findings = new Findings();
        new ResourceCheck(scope, findings).Check(resource.Root);
        scope.Rest();
        return findings.Found;
    }
}
