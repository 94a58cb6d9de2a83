using System.Text.Json.Serialization;

namespace MonEspaceSante.Domain.Access;

/// <summary>How a professional comes in (TRE_R248, OID 1.2.250.1.213.1.1.4.248).</summary>
public enum AccessMode
{
    /// <summary>Ordinary access (normal).</summary>
    Normal,

    /// <summary>Break the glass (bris de glace): immediate risk, the person cannot express their will (L. 1111-17 I).</summary>
    BreakGlass,

    /// <summary>The doctor of an emergency call centre, on a call about the person (centre 15; L. 1111-17 I).</summary>
    RegulationCentre,
}

/// <summary>What the professional states about the holder's consent, by an explicit act, never by default (EX_0.3-1010).</summary>
public enum ConsentDeclaration
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>"I have the person's consent."</summary>
    Declared,

    /// <summary>"I belong to the care team of the person" (L. 1110-12): consent is deemed given.</summary>
    CareTeam,
}

/// <summary>In which circumstances someone asks to read.</summary>
/// <param name="Mode">How they come in.</param>
/// <param name="Reason">Why, in their words; required to break the glass.</param>
/// <param name="Declaration">What they state about consent.</param>
/// <param name="Secret">
/// The professional opened the record of a minor in secret connection (connexion secrète, EX_2.1-1050; R. 1111-33). Without effect on the record
/// of an adult.
/// </param>
public sealed record AccessContext(
    AccessMode Mode, string? Reason, ConsentDeclaration Declaration,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Secret = false)
{
    /// <summary>The fewest characters of a reason to break the glass.</summary>
    public const int ShortestReason = 15;

    /// <summary>Ordinary access, nothing stated.</summary>
    public static AccessContext Ordinary { get; } = new(AccessMode.Normal, null, ConsentDeclaration.None);
}
