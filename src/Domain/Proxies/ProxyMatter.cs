namespace MonEspaceSante.Domain.Proxies;

/// <summary>What somebody wants to do in the space of a person they act for, as far as the right to act for them tells things apart.</summary>
public enum ProxyMatter
{
    /// <summary>Read, add or change data: the space then decides on each thing.</summary>
    Record,

    /// <summary>What the holder settles, or who represents them: who has access, the life of the space, taking everything away. Never a carer's.</summary>
    Settling,

    /// <summary>What nobody does for another: login, password, contacts, sessions, whom one acts for.</summary>
    OwnAccount,
}
