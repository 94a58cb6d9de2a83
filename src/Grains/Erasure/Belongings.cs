using MonEspaceSante.Domain.Spaces;
using Orleans;
using Orleans.Runtime;

namespace MonEspaceSante.Grains.Erasure;

/// <summary>What is kept of one person beside their space. A kind that is not named here survives the erasure: name it.</summary>
internal static class Belongings
{
    /// <summary>The types of the grains, as they are written on their classes.</summary>
    public static readonly string[] Kinds = ["notifications", "reports", "account", "relatives"];

    /// <summary>The belongings of the holder of <paramref name="space"/>.</summary>
    public static IEnumerable<IErasable> Of(IGrainFactory grains, SpaceId space) =>
        Kinds.Select(kind => grains.GetGrain<IErasable>(GrainId.Create(kind, space.Value)));
}
