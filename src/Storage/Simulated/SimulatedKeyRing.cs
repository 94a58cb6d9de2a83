using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Simulated;

/// <summary>Keys that anybody can compute from their names: for tests and simulations, where there is nothing to protect.</summary>
public sealed class SimulatedKeyRing : IKeyRing
{
    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> ShardKeyAsync(int shard, CancellationToken cancellationToken) =>
        PurposeKeyAsync(string.Create(CultureInfo.InvariantCulture, $"shard/{shard}"), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> PurposeKeyAsync(string name, CancellationToken cancellationToken) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
