using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Patients;
using MonEspaceSante.Fhir.Resources;

namespace MonEspaceSante.Api.Resources;

/// <summary>The space that a transaction is in, and the traits of its holder where a resource names them.</summary>
internal sealed record NamedSpace(SpaceId Space, HolderSheet? Sheet);

/// <summary>Finds whose space a transaction is in: all of its entries name the same person (security design, R22).</summary>
internal sealed class TransactionPatient(PatientDirectory patients)
{
    public async Task<FhirReading<NamedSpace>> OfAsync(IReadOnlyList<RequestedEntry> entries, Caller caller)
    {
        var (faults, people, spaces) = (new List<Refusal>(), new Dictionary<SubjectKey, EnrolledPerson>(), new HashSet<SpaceId>());
        foreach (var entry in entries)
        {
            faults.AddRange(await NamedAsync(entry, caller, people, spaces));
        }

        if (faults.Count > 0)
        {
            return new(null, faults);
        }

        if (spaces.Count == 0 && caller.SpaceActedIn is { } own)
        {
            // Citizens write nowhere else.
            var self = await patients.FindAsync(new SubjectKey.BySpace(own), caller);
            return self.Accepted ? new(new(self.Value.Space, self.Value.Sheet), []) : new(null, [self.Refusal]);
        }

        return spaces.Count switch
        {
            0 => new(null, [EdgeRefusals.PatientNotNamed]),
            1 => new(new(spaces.Single(), people.Values.FirstOrDefault()?.Sheet), []),
            _ => new(null, [BundleFaults.PatientsMixed.At("Bundle.entry")]),
        };
    }

    private async Task<IReadOnlyList<Refusal>> NamedAsync(
        RequestedEntry entry, Caller caller, Dictionary<SubjectKey, EnrolledPerson> people, HashSet<SpaceId> spaces)
    {
        if (entry.Id is { } id)
        {
            if (!ResourceId.TryParse(id, out var resource))
            {
                return [ResourceRefusals.Unknown.At(entry.Place)];
            }

            spaces.Add(resource.Space);
        }
        else if (entry.Action is RequestedAction.Read)
        {
            var searched = await patients.SpaceOfAsync([.. RequestParameters.Parse(entry.Query)], caller);
            if (!searched.Accepted)
            {
                return [searched.Refusal.At(entry.Place)];
            }

            spaces.Add(searched.Value);
        }

        if (entry.Resource is null)
        {
            return [];
        }

        var (patient, faults) = ResourceReader.PatientOf(entry.Resource);
        if (patient is null || people.ContainsKey(patient))
        {
            return faults;
        }

        var person = await patients.FindAsync(patient, caller);
        if (!person.Accepted)
        {
            return [person.Refusal.At(entry.Place)];
        }

        people.Add(patient, person.Value);
        spaces.Add(person.Value.Space);
        return [];
    }
}
