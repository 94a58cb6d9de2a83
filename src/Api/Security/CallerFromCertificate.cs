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
            ProfessionalId.Parse(staff.IdNatPs, null), $"{staff.GivenName} {staff.Surname}",
            StructureId.TryParse(staff.Employer, null, out var employer) ? new(employer, staff.Employer) : null, staff.Digest),
        CertifiedOrganisation organisation => new Caller.Organisation(
            StructureId.Parse(organisation.IdNatStruct, null), organisation.Name, organisation.Application, organisation.Digest),
        _ => throw new InvalidOperationException($"A certificate proves a {identity.GetType().Name}, which nobody knows how to call."),
    };

    private static Caller.Professional Professional(CertifiedProfessional certified, DirectoryEntry entry) => new(
        ProfessionalId.Parse(certified.IdNatPs, null), $"{entry.GivenName} {entry.Surname}", entry.ProfessionCode, entry.SpecialityCode,
        Workplace(entry), certified.Digest);

    private static Workplace? Workplace(DirectoryEntry entry)
    {
        var sector = Sectors.Of(entry.ActivitySector);
        if (StructureId.TryParse(entry.Workplace?.IdNatStruct, null, out var structure))
        {
            return new(structure, entry.Workplace!.Name, entry.Workplace.RegulationCentre, sector);
        }

        // Where the directory names no structure that has a national identifier, the practice is the professional's own (4, RPPS and rank): who works
        // for an insurer or an employer does so there too.
        return sector is Sector.Care ? null : new(StructureId.Parse("4" + entry.Rpps, null), entry.Workplace?.Name ?? "", Sector: sector);
    }
}
