namespace MonEspaceSante.Domain.Accounts;

/// <summary>A session on a device. The account says whether it stands: a session that the account does not know opens nothing.</summary>
/// <param name="Id">Its identity, the same from sign-in to its end; safe to show.</param>
/// <param name="Key">A digest of its present token: a token from before a rise of rights opens nothing any more.</param>
/// <param name="Device">What signed in, in a few words such as “Firefox, Linux”.</param>
/// <param name="Began">When.</param>
/// <param name="Ends">When it ends at the latest.</param>
public sealed record Session(Guid Id, string Key, string Device, DateTimeOffset Began, DateTimeOffset Ends)
{
    /// <summary>Idle for so long, a session is over (security design, rule 7).</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    /// <summary>So old, a session is over.</summary>
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(8);

    /// <summary>How long a proof counts as fresh.</summary>
    public static readonly TimeSpan FreshProof = TimeSpan.FromMinutes(5);

    /// <summary>How many stand at once: one more ends the oldest.</summary>
    public const int MostAtOnce = 20;

    /// <summary>Longest name of a device.</summary>
    public const int LongestDevice = 60;
}
