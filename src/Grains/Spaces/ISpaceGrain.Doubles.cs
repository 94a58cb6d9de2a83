using MonEspaceSante.Domain.Doubles;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Spaces;

/// <summary>What a space holds when it is closed in favour of another one.</summary>
/// <param name="Space">A <see cref="SpaceSnapshot"/>, in the encoding of the domain's snapshots.</param>
public sealed record HandedOver(JsonText Space);

/// <content>Two spaces of one person.</content>
public partial interface ISpaceGrain
{
    /// <summary>How the space is used, as far as it decides which of two stays.</summary>
    [Alias("Use")]
    Task<Outcome<SpaceUse>> Use();

    /// <summary>The holder has another space, which this one is to take in; that is done soon after, by the due index.</summary>
    [Alias("NameDouble")]
    Task<Outcome<Done>> NameDouble(Envelope envelope, NameDouble command);

    /// <summary>The space is closed for good in favour of another one, which is answered what this one holds.</summary>
    [Alias("HandOver")]
    Task<Outcome<HandedOver>> HandOver(Envelope envelope, CloseAsDouble command);

    /// <summary>The space that took this one in is being erased.</summary>
    [Alias("EraseDouble")]
    Task<Outcome<Done>> EraseDouble(Envelope envelope, EraseDouble command);
}
