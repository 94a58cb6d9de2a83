using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Paths;
using MonEspaceSante.Fhir.Profiles;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>Checks a resource against FHIR R4 (4.0.1): elements that are required, required codes, what references point at, narratives, the rules of HL7.</summary>
/// <remarks>Its form (elements, types, primitives) was checked when it was read. Warnings of HL7 and value sets that are no finite list are not looked at.</remarks>
public static class Validator
{
    /// <summary>All that is wrong with <paramref name="resource"/>, the first hundred findings, each with its FHIRPath; none where it is valid.</summary>
    /// <param name="resource">What was read.</param>
    /// <param name="profile">A profile that it must follow beside R4, whatever it claims; see <see cref="ProfileCatalogue"/> for those that it claims.</param>
    public static IReadOnlyList<Refusal> Validate(FhirResource resource, ValidationProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Validate(resource, (scope, findings) => profile?.Check(scope, resource.Root, findings));
    }

    internal static IReadOnlyList<Refusal> Validate(FhirResource resource, Action<PathScope, Findings> alsoCheck)
    {
        var scope = PathScope.Take();
        var findings = new Findings();
        new ResourceCheck(scope, findings).Check(resource.Root);
        alsoCheck(scope, findings);
        scope.Rest();
        return findings.Found;
    }
}
