namespace MonEspaceSante.Storage.Proofs;

/// <summary>Signs heads of journals for the platform with ECDSA on P-256 and SHA-256: a key of its own on one machine, an HSM's in a cluster.</summary>
public interface IHeadSigner
{
    /// <summary>The public key, as it is published: the uncompressed point, 4 and the two coordinates (65 bytes).</summary>
    ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>The signature of <paramref name="statement"/>: the two numbers r and s, 32 bytes each, most significant first.</summary>
    ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> statement, CancellationToken cancellationToken);
}
