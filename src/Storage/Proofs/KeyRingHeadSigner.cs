using System.Security.Cryptography;
using MonEspaceSante.Storage.Keys;

namespace MonEspaceSante.Storage.Proofs;

/// <summary>Signs with a private key that the platform's key ring gives: born with the ring at the first start, and lost with it.</summary>
/// <remarks>For one machine. A cluster signs with a key that never leaves its HSM, behind the same port.</remarks>
public sealed class KeyRingHeadSigner : IHeadSigner, IDisposable
{
    private const string Purpose = "heads";

    private readonly ECDsa _key;

    private KeyRingHeadSigner(ReadOnlySpan<byte> secret)
    {
        // 256 random bits are no private key of P-256 once in 2^32: the platform then refuses to start, and needs another ring.
        _key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret.ToArray() });
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        PublicKey = (byte[])[4, .. point.X!, .. point.Y!];
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>The signer of the platform that <paramref name="ring"/> belongs to.</summary>
    public static async Task<KeyRingHeadSigner> OpenAsync(IKeyRing ring, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ring);
        return new((await ring.PurposeKeyAsync(Purpose, cancellationToken)).Span);
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> statement, CancellationToken cancellationToken) =>
        new(_key.SignData(statement.Span, HashAlgorithmName.SHA256));

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
