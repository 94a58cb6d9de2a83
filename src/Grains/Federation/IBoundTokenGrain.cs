using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using Orleans;

namespace MonEspaceSante.Grains.Federation;

/// <summary>
/// An access token that says which professional acts through the software of a structure, good with one certificate only (RFC 8705). The key is
/// a digest of the token. Not journaled: lost with its silo, the software exchanges another assertion.
/// </summary>
[Alias("mes.bound-token")]
public interface IBoundTokenGrain : IGrainWithStringKey
{
    /// <summary>The token is issued.</summary>
    [Alias("Issue")]
    Task Issue(BoundToken token);

    /// <summary>What the token says to who comes with <paramref name="certificate"/>; a refusal once it is over, or with another certificate.</summary>
    [Alias("Show")]
    Task<Outcome<BoundToken>> Show(string certificate);

    /// <summary>The token is over, if who says so comes with its <paramref name="certificate"/>.</summary>
    [Alias("Revoke")]
    Task Revoke(string certificate);
}

/// <summary>What an access token says.</summary>
/// <param name="Professional">Who acts, in which exercise, and for which structure.</param>
/// <param name="Certificate">SHA-256 of the certificate that it is good with, hexadecimal.</param>
/// <param name="IssuedAt">From when.</param>
/// <param name="ExpiresAt">Until when: five minutes at most.</param>
public sealed record BoundToken(Caller.Professional Professional, string Certificate, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);
