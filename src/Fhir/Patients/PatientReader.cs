using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Patients;

/// <summary>Reads how a search names a patient.</summary>
public static class PatientReader
{
    /// <summary>
    /// Reads the value of the search parameter <c>identifier</c> (also <c>patient.identifier</c>, <c>subject.identifier</c>), decoded:
    /// <c>system|value</c>, the system being the authority that assigned the INS.
    /// </summary>
    /// <returns>The INS, or <c>patient-identifier-invalid</c>, or the reason why it is not an INS.</returns>
    public static Outcome<Ins> ReadIdentifier(string? token) =>
        token?.Split('|') is [{ Length: > 0 } system, { Length: > 0 } value]
            ? Ins.Read(system, value)
            : PatientRefusals.IdentifierParameterInvalid;
}
