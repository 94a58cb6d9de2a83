namespace MonEspaceSante.Domain.Accounts;

/// <summary>What a challenge is for: a code given for one purpose serves no other.</summary>
public enum ChallengePurpose
{
    /// <summary>Signing in, after the password.</summary>
    SignIn,

    /// <summary>Proving again who one is, within a session.</summary>
    Proof,

    /// <summary>Verifying a new address.</summary>
    Contact,

    /// <summary>Getting back in, after the provisional code of a letter.</summary>
    Recovery,
}

/// <summary>Something that waits for its answer: an attempt to sign in, an address to verify. One of each purpose at a time; the one before is over.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Id">Identity of the attempt, random; a code answers no other.</param>
/// <param name="CodeDigest">Keyed digest of the one-time code that was sent; <see langword="null"/> where none was.</param>
/// <param name="ExpiresAt">When it is over.</param>
/// <param name="WrongTries">How many wrong answers came.</param>
/// <param name="About">The address to verify, where that is what it is for.</param>
public sealed record Challenge(
    ChallengePurpose Purpose, string Id, string? CodeDigest, DateTimeOffset ExpiresAt, int WrongTries = 0, Contact? About = null)
{
    /// <summary>Ten minutes at most (security design, rule 3).</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(10);

    /// <summary>Five tries (ASVS 6.5.5).</summary>
    public const int MostWrongTries = 5;

    /// <summary>Three codes in a quarter of an hour, counted since the last sign-in (security design, rule 3): a mailbox is not a target.</summary>
    public const int MostSendsInAQuarter = 3;

    /// <summary>Ten codes in a day, counted likewise.</summary>
    public const int MostSendsInADay = 10;

    /// <summary>Whether it can still be answered.</summary>
    public bool LivesAt(DateTimeOffset at) => WrongTries < MostWrongTries && at < ExpiresAt;
}
