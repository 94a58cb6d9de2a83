using Orleans;

namespace MonEspaceSante.Grains.Accounts;

/// <summary>
/// The challenge of one passkey ceremony, until it is answered. The key is random. Not journaled: lost with its silo, the ceremony begins again.
/// A challenge is taken once, and within five minutes.
/// </summary>
[Alias("mes.passkey-ceremony")]
public interface IPasskeyCeremonyGrain : IGrainWithStringKey
{
    /// <summary>Keeps a challenge.</summary>
    [Alias("Keep")]
    Task Keep(Ceremony ceremony);

    /// <summary>Takes it, for <paramref name="purpose"/> alone; <see langword="null"/> where there is none, or it is over, or was taken.</summary>
    [Alias("Take")]
    Task<Ceremony?> Take(string purpose);
}

/// <summary>A passkey ceremony under way.</summary>
/// <param name="Purpose">What it is for, and for whom: a challenge serves nothing and nobody else.</param>
/// <param name="State">What the passkey handler compares the answer with.</param>
public sealed record Ceremony(string Purpose, string State);
