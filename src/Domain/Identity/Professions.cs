namespace MonEspaceSante.Domain.Identity;

/// <summary>The professions that rules name (TRE_G15, OID 1.2.250.1.71.1.2.7); the others are columns of the access matrix.</summary>
public static class Professions
{
    /// <summary>Doctor (médecin).</summary>
    public const string Doctor = "10";

    /// <summary>Pharmacist (pharmacien).</summary>
    public const string Pharmacist = "21";

    /// <summary>Midwife (sage-femme).</summary>
    public const string Midwife = "50";
}
