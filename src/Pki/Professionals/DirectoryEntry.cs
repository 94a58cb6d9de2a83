namespace MonEspaceSante.Pki.Professionals;

/// <summary>What the directory says of a professional.</summary>
/// <param name="Rpps">The number in the directory: 11 digits.</param>
/// <param name="Surname">The surname of exercise.</param>
/// <param name="GivenName">The given name of exercise.</param>
/// <param name="ProfessionCode">The profession, in TRE_G15.</param>
/// <param name="ProfessionLabel">The label of the profession, as certificates carry it in their title.</param>
/// <param name="SpecialityCode">The know-how, in TRE_R38 (SM…), or null.</param>
/// <param name="Standing">Whether the professional may practise.</param>
/// <param name="Workplace">Where the professional works, as far as the directory says.</param>
/// <param name="ActivitySector">The sector of that activity, in TRE_R02 (SA…), or null.</param>
public sealed record DirectoryEntry(
    string Rpps,
    string Surname,
    string GivenName,
    string ProfessionCode,
    string ProfessionLabel,
    string? SpecialityCode,
    Standing Standing,
    DirectoryWorkplace? Workplace = null,
    string? ActivitySector = null);

/// <summary>Whether a professional may practise.</summary>
public enum Standing
{
    /// <summary>In the register, with the right to practise.</summary>
    Active,

    /// <summary>Struck off, suspended, retired or deceased (radié): no longer has the right to practise.</summary>
    StruckOff,
}

/// <summary>Where a professional works.</summary>
/// <param name="IdNatStruct">The national identifier of the structure, such as 1 then the FINESS.</param>
/// <param name="Name">The name of the structure.</param>
/// <param name="RegulationCentre">An emergency dispatch centre (SAMU, centre 15).</param>
public sealed record DirectoryWorkplace(string IdNatStruct, string Name, bool RegulationCentre = false);
