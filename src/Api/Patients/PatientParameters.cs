using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Patients;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Patients;

/// <summary>How a search names its patient: every search is inside one person's compartment.</summary>
internal static class PatientParameters
{
    /// <summary>Reads whom the parameters name; naming one person several times is no fault, naming two is.</summary>
    public static Outcome<SubjectKey> Read(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var keys = new List<SubjectKey>();
        foreach (var (name, value) in parameters.Where(parameter => PatientParameter.IsOne(parameter.Key)))
        {
            var key = PatientParameter.IsReference(name) ? ById(value) : ByIdentifier(value);
            if (!key.Accepted)
            {
                return key.Refusal.At(name);
            }

            keys.Add(key.Value);
        }

        return keys.Distinct().ToList() switch
        {
            [] => EdgeRefusals.PatientNotNamed,
            [var one] => one,
            [SubjectKey.ByIns ins, SubjectKey.BySpace space] => new SubjectKey.ByBoth(ins.Ins, space.Space),
            [SubjectKey.BySpace space, SubjectKey.ByIns ins] => new SubjectKey.ByBoth(ins.Ins, space.Space),
            _ => SearchFaults.ParameterInvalid.At("patient"),
        };
    }

    private static Outcome<SubjectKey> ById(string reference) =>
        SpaceId.TryParse(reference.StartsWith("Patient/", StringComparison.Ordinal) ? reference[8..] : reference, null, out var space)
            ? new SubjectKey.BySpace(space)
            : SearchFaults.ParameterInvalid;

    private static Outcome<SubjectKey> ByIdentifier(string token)
    {
        var ins = PatientReader.ReadIdentifier(token);
        return ins.Accepted ? new SubjectKey.ByIns(ins.Value) : ins.Refusal;
    }
}
