namespace MonEspaceSante.Domain.Accounts;

/// <summary>What kind of address a person is reached at.</summary>
public enum ContactKind
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A mobile telephone, reached by text messages.</summary>
    Phone,
}

/// <summary>Where one-time codes go: the one verified address of its kind.</summary>
/// <param name="Kind">E-mail or telephone.</param>
/// <param name="Value">The address, or the number in the international form.</param>
/// <param name="Since">Since when it is the account's.</param>
public sealed record Contact(ContactKind Kind, string Value, DateTimeOffset Since)
{
    /// <summary>A new address receives no recovery code before (security design, rule 8): who has taken a session over must not take the account.</summary>
    public static readonly TimeSpan Quarantine = TimeSpan.FromHours(24);

    /// <summary>Whether a recovery code may go there.</summary>
    public bool RecoversAt(DateTimeOffset at) => at >= Since + Quarantine;
}
