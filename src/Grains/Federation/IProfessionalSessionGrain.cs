using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using Orleans;

namespace MonEspaceSante.Grains.Federation;

/// <summary>
/// One session of one professional on the portal, in one exercise. The key is a digest of the token. Not journaled: lost with its silo, the
/// professional signs in again.
/// </summary>
[Alias("mes.professional-session")]
public interface IProfessionalSessionGrain : IGrainWithStringKey
{
    /// <summary>Begins the session; answers when it ends at the latest.</summary>
    [Alias("Begin")]
    Task<DateTimeOffset> Begin(Caller.Professional professional);

    /// <summary>Whose session it is; counts as activity.</summary>
    [Alias("Whose")]
    Task<Outcome<Caller.Professional>> Whose();

    /// <summary>Ends the session.</summary>
    [Alias("End")]
    Task End();
}
