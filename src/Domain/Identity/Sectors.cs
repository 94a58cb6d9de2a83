namespace MonEspaceSante.Domain.Identity;

/// <summary>What a structure does, by the code of its sector of activity (TRE_R02-SecteurActivite, OID 1.2.250.1.71.4.2.4).</summary>
/// <remarks>
/// Certificates do not carry the sector: the directory does, and Pro Santé Connect. Mutuals have no code of their own; as complementary insurers
/// they are under SA23. What the mutuals run for care (health centres SA05, pharmacies SA39) is care.
/// </remarks>
public static class Sectors
{
    /// <summary>The sector of the code <paramref name="activity"/>; care where nothing, or nothing else, is said.</summary>
    public static Sector Of(string? activity) => activity switch
    {
        // Prevention and care in companies; occupational health services (SPST).
        "SA13" or "SA66" => Sector.OccupationalHealth,

        // Companies outside the health field: who practises there does so for the employer. Derived: the terminology does not say it.
        "SA48" => Sector.OccupationalHealth,

        // Private insurance; social security bodies, whose advising doctors are the compulsory insurer's.
        "SA23" or "SA24" => Sector.Insurance,
        _ => Sector.Care,
    };
}
