using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Professionals;

namespace MonEspaceSante.Api.Tests.Security;

/// <summary>What the directory says of profession, workplace and sector is what the rules know the professional by.</summary>
public sealed class CallerFromCertificateTests
{
    private static readonly DirectoryEntry Doctor = new("99700900113", "GENERALISTE", "Camille", "10", "Médecin", "SM26", Standing.Active);

    [Theory]
    [InlineData("SA01", Sector.Care)]
    [InlineData("SA66", Sector.OccupationalHealth)]
    [InlineData("SA23", Sector.Insurance)]
    public void The_workplace_has_the_sector_of_the_activity(string activity, Sector sector)
    {
        var structure = Come(Doctor with { Workplace = new("1990000010", "Structure fictive"), ActivitySector = activity }).Structure;
        Assert.Equal(new Workplace(StructureId.Parse("1990000010", null), "Structure fictive", Sector: sector), structure);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("R10000000123456789")]
    public void A_sector_that_is_barred_is_known_where_the_structure_has_no_national_identifier(string? structure) => Assert.Equal(
        Sector.Insurance,
        Come(Doctor with { Workplace = structure is null ? null : new(structure, "Assurance fictive"), ActivitySector = "SA23" }).Structure!.Sector);

    [Fact]
    public void Who_has_no_structure_and_no_sector_works_nowhere_in_particular() => Assert.Null(Come(Doctor).Structure);

    private static Caller.Professional Come(DirectoryEntry entry) =>
        (Caller.Professional)CallerFromCertificate.Of(new CertifiedProfessional("899700900113", "99700900113", "GENERALISTE", "Camille", "Médecin", "ab"), entry);
}
