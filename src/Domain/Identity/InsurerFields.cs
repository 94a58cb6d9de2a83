namespace MonEspaceSante.Domain.Identity;

/// <summary>What the insurer's feed can say of a person. In files and in JSON the names begin in lower case.</summary>
public enum InsurerField
{
    /// <summary>15 characters, key included.</summary>
    Matricule,

    /// <summary>Family name at birth.</summary>
    BirthName,

    /// <summary>Given names at birth, separated by spaces.</summary>
    GivenNames,

    /// <summary>1980-05-17.</summary>
    BirthDate,

    /// <summary>M, F, male or female.</summary>
    Sex,

    /// <summary>INSEE code of the commune, or 99 and the country's code.</summary>
    BirthPlace,

    /// <summary>8 to 13 digits.</summary>
    CardSerial,

    /// <summary>RPPS number, or national identifier.</summary>
    AttendingDoctor,

    /// <summary>Where mails go.</summary>
    Email,

    /// <summary>When the information letter was sent: a date, or a time with its offset.</summary>
    InformedAt,

    /// <summary>Authority of the matricule; the NIR's where empty.</summary>
    Oid,

    /// <summary>Where text messages go.</summary>
    Phone,

    /// <summary>Where letters go: lines separated by semicolons.</summary>
    PostalAddress,

    /// <summary>The number that this one replaces: a waiting number (NIA), or any with its authority, <c>OID|matricule</c>.</summary>
    FormerMatricule,

    /// <summary>On whose cards the person is: matricules of the same authority, or <c>OID|matricule</c>, separated by semicolons; <c>none</c> for nobody's any more.</summary>
    AttachedTo,

    /// <summary>When the person died.</summary>
    DiedOn,
}

/// <summary>A line of the insurer's feed as texts, wherever it was read from: a row of CSV, an object of JSON. What is empty is not said.</summary>
public sealed class InsurerFields
{
    private readonly string?[] _texts = new string?[Enum.GetValues<InsurerField>().Length];

    /// <summary>What it says of <paramref name="field"/>; <see langword="null"/> where nothing.</summary>
    public string? this[InsurerField field]
    {
        get => _texts[(int)field];
        set => _texts[(int)field] = string.IsNullOrEmpty(value) ? null : value;
    }
}
