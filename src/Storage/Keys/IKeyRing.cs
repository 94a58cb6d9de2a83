namespace MonEspaceSante.Storage.Keys;

/// <summary>The platform's own keys, kept outside the storage they protect: a file on one machine, an HSM-backed vault in a cluster.</summary>
/// <remarks>Each key is asked for once and kept in memory: a vault's rate limit must not be felt by activations (storage design, section 6).</remarks>
public interface IKeyRing
{
    /// <summary>The 256-bit key that wraps the keys of the spaces of <paramref name="shard"/> (0 to 4,095).</summary>
    ValueTask<ReadOnlyMemory<byte>> ShardKeyAsync(int shard, CancellationToken cancellationToken);

    /// <summary>A 256-bit key for the purpose <paramref name="name"/>, such as "identity" (HMAC of matricules) or "caller" (caller statements).</summary>
    ValueTask<ReadOnlyMemory<byte>> PurposeKeyAsync(string name, CancellationToken cancellationToken);
}
