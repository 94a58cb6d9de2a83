using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using Orleans;

namespace MonEspaceSante.Grains.SignIn;

/// <summary>One session of one holder. The key is a digest of the token. Not journaled: lost with its silo, the holder signs in again.</summary>
[Alias("mes.session")]
public interface ISessionGrain : IGrainWithStringKey
{
    /// <summary>Begins the session; answers when it ends at the latest.</summary>
    [Alias("Begin")]
    Task<DateTimeOffset> Begin(SpaceId space);

    /// <summary>Whose space the session opens; counts as activity.</summary>
    [Alias("Whose")]
    Task<Outcome<SpaceKey>> Whose();

    /// <summary>Whether the session is open; counts as no activity.</summary>
    [Alias("Lives")]
    Task<bool> Lives();

    /// <summary>Ends the session.</summary>
    [Alias("End")]
    Task End();
}
