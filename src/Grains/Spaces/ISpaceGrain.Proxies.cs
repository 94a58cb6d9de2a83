using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Spaces;

/// <content>Who acts for the holder.</content>
public partial interface ISpaceGrain
{
    /// <summary>Who the caller, signed in to a space of their own, is in this one now.</summary>
    [Alias("ActFor")]
    Task<Outcome<Caller>> ActFor(Envelope envelope, ActFor command);

    /// <summary>The traits of the holder, for who acts in the space.</summary>
    [Alias("Whose")]
    Task<Outcome<HolderSheet>> Whose();
}
