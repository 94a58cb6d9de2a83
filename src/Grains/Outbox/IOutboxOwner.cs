using Orleans;

namespace MonEspaceSante.Grains.Outbox;

/// <summary>A grain that sends to others from its journal.</summary>
[Alias("mes.outbox-owner")]
public interface IOutboxOwner : IGrainWithStringKey
{
    /// <summary>The receiver of the stream (<paramref name="streamNamespace"/>, <paramref name="streamKey"/>) has journaled the <paramref name="sequence"/>-th delivery.</summary>
    [Alias("Receipt")]
    Task Receipt(string streamNamespace, string streamKey, long sequence);

    /// <summary>Publishes what nobody has confirmed; answers whether anything is left.</summary>
    [Alias("Flush")]
    Task<bool> Flush();
}
