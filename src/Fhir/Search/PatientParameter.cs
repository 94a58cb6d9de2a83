namespace MonEspaceSante.Fhir.Search;

/// <summary>The parameters by which a search names its patient, in all the ways that FHIR lets it be said.</summary>
public static class PatientParameter
{
    /// <summary>Whether <paramref name="name"/> names the patient by a reference or a logical id.</summary>
    public static bool IsReference(string name) => name is "patient" or "subject" or "patient:Patient" or "subject:Patient";

    /// <summary>Whether <paramref name="name"/> names the patient by an identifier.</summary>
    public static bool IsIdentifier(string name) => name is "patient.identifier" or "subject.identifier"
        or "patient:Patient.identifier" or "subject:Patient.identifier" or "patient:identifier" or "subject:identifier";

    /// <summary>Whether <paramref name="name"/> names the patient.</summary>
    public static bool IsOne(string name) => IsReference(name) || IsIdentifier(name);
}
