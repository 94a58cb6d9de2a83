using MonEspaceSante.Fhir.Json;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Patients;

namespace MonEspaceSante.Fhir.Resources;

/// <summary>Reads whose a resource is.</summary>
internal static class ResourcePatient
{
    /// <summary>The patient; <see langword="null"/> where none is named, which is a fault where R4 asks for one.</summary>
    public static SubjectKey? Read(FhirResource resource, KeptType kept, Faults faults)
    {
        var root = resource.Root;
        if (kept.Patient is not "participant")
        {
            return root[kept.Patient] is { Exists: true } subject ? SubjectReader.Read(subject, root, faults) : null;
        }

        // An appointment has several participants, of whom one is the patient.
        var patients = root.Each("participant").Select(participant => participant["actor"]).Where(IsPatient).ToList();
        if (patients is [var patient])
        {
            return SubjectReader.Read(patient, root, faults);
        }

        faults.Add(patients.Count == 0 ? FhirRefusals.ElementMissing : PatientRefusals.SubjectContradictory, root.PathOf("participant"));
        return null;
    }

    private static bool IsPatient(FhirNode actor) =>
        actor["type"].Text is "Patient"
        || actor["reference"].Text is { } reference && (reference.StartsWith("Patient/", StringComparison.Ordinal) || reference.StartsWith("Patient?", StringComparison.Ordinal));
}
