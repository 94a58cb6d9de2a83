namespace MonEspaceSante.Domain.Documents;

/// <summary>What a document's labels (securityLabel, value set JDV_J58) say; a document carries one to four.</summary>
[Flags]
public enum Labels
{
    /// <summary>No label: stands for normal confidentiality.</summary>
    None = 0,

    /// <summary>Normal (N).</summary>
    Normal = 1,

    /// <summary>Restricted (R): no effect on access is published.</summary>
    Restricted = 2,

    /// <summary>Very restricted (V): no effect on access is published.</summary>
    VeryRestricted = 4,

    /// <summary>Hidden from professionals (MASQUE_PS).</summary>
    HiddenFromProfessionals = 8,

    /// <summary>Withheld from the holder until an announcement consultation (INVISIBLE_PATIENT).</summary>
    WithheldFromHolder = 16,

    /// <summary>Withheld from legal representatives (INVISIBLE_REPRESENTANTS_LEGAUX).</summary>
    WithheldFromGuardians = 32,
}
