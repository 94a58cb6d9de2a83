using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>A passkey (clé d'accès, WebAuthn credential). It proves two things at once: the device, and its user, who was verified there.</summary>
/// <param name="Id">The credential's identity, base64url.</param>
/// <param name="PublicKey">Its public key, as a COSE key in base64.</param>
/// <param name="SignCount">Its counter when it was last used; zero where its authenticator counts nothing.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Since">When it was registered.</param>
/// <param name="Transports">How it is reached, as its authenticator said.</param>
/// <param name="BackupEligible">Whether its authenticator may copy it to the owner's other devices.</param>
/// <param name="BackedUp">Whether it has.</param>
public sealed record Passkey(
    string Id, string PublicKey, uint SignCount, string Name, DateTimeOffset Since, ValueList<string> Transports, bool BackupEligible, bool BackedUp)
{
    /// <summary>How many an account has at most.</summary>
    public const int Most = 10;

    /// <summary>Longest name.</summary>
    public const int LongestName = 50;

    /// <summary>Whether a use with the counter <paramref name="count"/> follows the one before: a counter that stands or goes back tells of a copy (WebAuthn, 6.1.1).</summary>
    public bool IsFollowedBy(uint count) => (SignCount, count) is (0, 0) || count > SignCount;
}
