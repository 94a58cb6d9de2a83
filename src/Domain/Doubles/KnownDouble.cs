using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Doubles;

/// <summary>Another space that the holder turned out to have (doublon), as the space that stays remembers it.</summary>
/// <param name="Space">The other space.</param>
/// <param name="NamedAt">When the insurer said so.</param>
/// <param name="TakenInAt">When all that it held was here; <see langword="null"/> while that is under way.</param>
public sealed record KnownDouble(SpaceId Space, DateTimeOffset NamedAt, DateTimeOffset? TakenInAt = null)
{
    /// <summary>What the space that stays is woken for, to take the other one in.</summary>
    internal static Guid WorkOn(SpaceId space) => Ids.Of(Guid.ParseExact(space.Value, "N"), "double");

    /// <summary>Whether the due item <paramref name="id"/> is about this double, and still to be done.</summary>
    public bool IsWorkOf(Guid id) => TakenInAt is null && WorkOn(Space) == id;
}
