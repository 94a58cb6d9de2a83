using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using Orleans;

namespace MonEspaceSante.Grains.SignIn;

/// <summary>
/// One session of one holder, under one token. The key is a digest of the token. Not journaled: lost with its silo, the holder signs in again.
/// Whether it stands is the account's to say: it is asked every <see cref="Trust"/>, so that a session that was ended is over everywhere in less than 5 s.
/// </summary>
[Alias("mes.session")]
public interface ISessionGrain : IGrainWithStringKey
{
    /// <summary>How long the account's word is good for (security design, rule 7: at most 5 s).</summary>
    static readonly TimeSpan Trust = TimeSpan.FromSeconds(3);

    /// <summary>Begins the session, or goes on with it under this token.</summary>
    [Alias("Begin")]
    Task Begin(SessionSheet sheet);

    /// <summary>Whose space the session opens, and since when; counts as activity.</summary>
    [Alias("Whose")]
    Task<Outcome<SessionSheet>> Whose();

    /// <summary>Whether the session is open; counts as no activity.</summary>
    [Alias("Lives")]
    Task<bool> Lives();

    /// <summary>When it was last used; <see langword="null"/> where it is over.</summary>
    [Alias("LastSeen")]
    Task<DateTimeOffset?> LastSeen();

    /// <summary>Ends the session under this token.</summary>
    [Alias("End")]
    Task End();
}

/// <summary>What an open session says.</summary>
/// <param name="Space">Whose space it opens.</param>
/// <param name="Id">Its identity, the same under each of its tokens.</param>
/// <param name="Ends">When it ends at the latest.</param>
/// <param name="ProvenAt">When the holder last proved who they are.</param>
public sealed record SessionSheet(SpaceId Space, Guid Id, DateTimeOffset Ends, DateTimeOffset ProvenAt);
