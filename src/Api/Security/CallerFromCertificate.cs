using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Professionals;

namespace MonEspaceSante.Api.Security;

/// <summary>Turns whom a certificate proves into the caller that rules know, with what the directory says of profession and workplace.</summary>
internal static class CallerFromCertificate
{
    public static Caller Of(CertifiedIdentity identity, DirectoryEntry? entry) => identity switch
    {
        CertifiedProfessional professional => Professional(professional, entry!),
        CertifiedStaff staff => new Caller.Staff(
            ProfessionalId.Parse(staff.IdNatPs, null), $"{staff.GivenName} {staff.Surname}", Structure(staff.Employer, staff.Employer, false), staff.Digest),
        CertifiedOrganisation organisation => new Caller.Organisation(
            StructureId.Parse(organisation.IdNatStruct, null), organisation.Name, organisation.Application, organisation.Digest),
        _ => throw new InvalidOperationException($"A certificate proves a {identity.GetType().Name}, which nobody knows how to call."),
    };

    private static Caller.Professional Professional(CertifiedProfessional certified, DirectoryEntry entry) => new(
        ProfessionalId.Parse(certified.IdNatPs, null), $"{entry.GivenName} {entry.Surname}", entry.ProfessionCode, entry.SpecialityCode,
        entry.Workplace is { } workplace ? Structure(workplace.IdNatStruct, workplace.Name, workplace.RegulationCentre) : null, certified.Digest);

    private static Workplace? Structure(string id, string name, bool regulationCentre) =>
        StructureId.TryParse(id, null, out var structure) ? new(structure, name, regulationCentre) : null;
}
