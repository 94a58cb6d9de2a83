using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Patients;
using MonEspaceSante.Fhir.Validation;

namespace MonEspaceSante.Fhir.Resources;

/// <summary>A resource that a space can keep.</summary>
/// <param name="Resource">What was sent.</param>
/// <param name="Patient">Whose it is; <see langword="null"/> where it does not say, and FHIR R4 does not ask it to.</param>
public sealed record ReadableResource(FhirResource Resource, SubjectKey? Patient);

/// <summary>Reads a resource that is to be kept: valid by the rules of R4, nothing in it that would change its meaning unknown to us, one patient.</summary>
public static class ResourceReader
{
    /// <summary>Reads <paramref name="resource"/>.</summary>
    /// <param name="resource">What was sent.</param>
    /// <param name="kept">The type that is expected.</param>
    public static FhirReading<ReadableResource> Read(FhirResource resource, KeptType kept)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(kept);
        if (resource.Type != kept.Name)
        {
            return new(null, [FhirRefusals.ResourceTypeWrong.At(resource.Type)]);
        }

        var found = Validator.Validate(resource);
        if (found.Count > 0)
        {
            return new(null, found);
        }

        var faults = new Faults();
        Modifiers.Refuse(resource, faults);
        if (resource.Root["meta"].Each("tag").Any(tag => tag["code"].Text is "SUBSETTED"))
        {
            faults.Add(ResourceFaults.Partial, $"{resource.Type}.meta.tag");
        }

        var patient = ResourcePatient.Read(resource, kept, faults);
        return new(faults.Found.Count == 0 ? new(resource, patient) : null, faults.Found);
    }

    /// <summary>Whose <paramref name="resource"/> is, before anything else is looked at.</summary>
    /// <returns>The patient, none where it names none, or what is wrong with how it names one.</returns>
    public static (SubjectKey? Patient, IReadOnlyList<Refusal> Faults) PatientOf(FhirResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var faults = new Faults();
        var patient = KeptType.Of(resource.Type) is { } kept ? ResourcePatient.Read(resource, kept, faults) : null;
        return (patient, faults.Found);
    }
}
