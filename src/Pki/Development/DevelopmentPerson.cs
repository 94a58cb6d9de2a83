using MonEspaceSante.Pki.Professionals;

namespace MonEspaceSante.Pki.Development;

/// <summary>A fictive health professional of the development platform.</summary>
/// <param name="FileName">The name of the certificate and key files, without extension.</param>
/// <param name="Rpps">A fictive RPPS: begins with 99700 and passes the Luhn check.</param>
/// <param name="Surname">The surname of exercise.</param>
/// <param name="GivenName">The given name of exercise.</param>
/// <param name="ProfessionCode">The profession, in TRE_G15.</param>
/// <param name="ProfessionLabel">The label of the profession, in TRE_G15: the title of the certificate.</param>
/// <param name="SpecialityCode">The know-how, in TRE_R38 (SM…), or null.</param>
/// <param name="IdNatStruct">The structure where the person works: 1 then a fictive FINESS.</param>
/// <param name="StructureName">The name of that structure.</param>
/// <param name="Standing">Whether the directory lets the person practise.</param>
/// <param name="ActivitySector">The sector of the structure, in TRE_R02 (SA…), where it is not that of care.</param>
public sealed record DevelopmentPerson(
    string FileName,
    string Rpps,
    string Surname,
    string GivenName,
    string ProfessionCode,
    string ProfessionLabel,
    string? SpecialityCode,
    string IdNatStruct,
    string StructureName,
    Standing Standing = Standing.Active,
    string? ActivitySector = null)
{
    /// <summary>The national identifier idNat_PS: 8 then the RPPS.</summary>
    public string IdNatPs => "8" + Rpps;

    /// <summary>The subject of the person's certificate.</summary>
    public PersonSubject Subject => new(IdNatPs, Surname, GivenName, ProfessionLabel);
}

/// <summary>A fictive member of staff without an RPPS, holder of a CPE card.</summary>
/// <param name="FileName">The name of the certificate and key files, without extension.</param>
/// <param name="Subject">The subject of the certificate.</param>
public sealed record DevelopmentStaff(string FileName, PersonSubject Subject);

/// <summary>A fictive organisation of the development platform.</summary>
/// <param name="FileName">The name of the certificate and key files, without extension.</param>
/// <param name="Subject">The subject of the certificate.</param>
public sealed record DevelopmentOrganisation(string FileName, OrganisationSubject Subject);
