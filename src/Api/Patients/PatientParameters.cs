using MonEspaceSante.Fhir.Search;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Patients;

namespace MonEspaceSante.Api.Patients;

/// <summary>How a search names its patient: every search is inside one person's compartment.</summary>
internal static class PatientParameters
{
    public static Outcome<SubjectKey> Read(FhirQuery query)
    {
        SpaceId? space = null;
        if (query["patient"] is { } reference)
        {
            if (!SpaceId.TryParse(reference.StartsWith("Patient/", StringComparison.Ordinal) ? reference[8..] : reference, null, out var named))
            {
                return SearchFaults.ParameterInvalid.At("patient");
            }

            space = named;
        }

        if (query["patient.identifier"] is not null && query["subject.identifier"] is not null)
        {
            // Two names of one parameter: which of the two patients is meant?
            return SearchFaults.ParameterInvalid.At("subject.identifier");
        }

        var identifier = query["patient.identifier"] ?? query["subject.identifier"];
        if (identifier is null)
        {
            return space is { } only ? new SubjectKey.BySpace(only) : EdgeRefusals.PatientNotNamed;
        }

        var ins = PatientReader.ReadIdentifier(identifier);
        return !ins.Accepted ? ins.Refusal
            : space is { } both ? new SubjectKey.ByBoth(ins.Value, both)
            : new SubjectKey.ByIns(ins.Value);
    }
}
