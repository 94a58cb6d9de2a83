using System.Formats.Asn1;

namespace MonEspaceSante.Pki.Judgement;

/// <summary>The public key of a certificate, as far as its strength matters.</summary>
/// <param name="Algorithm">OID of the key's family.</param>
/// <param name="Curve">OID of the named curve, for a key on an elliptic curve.</param>
/// <param name="ModulusBits">Length of the modulus in bits, for RSA; else 0.</param>
internal sealed record SubjectKey(string Algorithm, string? Curve, int ModulusBits)
{
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string EllipticCurve = "1.2.840.10045.2.1";
    private const int LeastModulusBits = 2048;

    // P-256, P-384, P-521.
    private static readonly string[] AcceptedCurves = ["1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35"];

    /// <summary>RSA of 2048 bits and up, or P-256 and up.</summary>
    public bool IsStrong => Algorithm switch
    {
        Rsa => ModulusBits >= LeastModulusBits,
        EllipticCurve => AcceptedCurves.Contains(Curve),
        _ => false,
    };

    /// <summary>Reads the contents of a SubjectPublicKeyInfo.</summary>
    /// <exception cref="AsnContentException">The bytes are not a key.</exception>
    public static SubjectKey Read(AsnReader keyInfo)
    {
        var identifier = keyInfo.ReadSequence();
        var key = keyInfo.ReadBitString(out _);
        keyInfo.ThrowIfNotEmpty();

        var algorithm = identifier.ReadObjectIdentifier();
        return algorithm switch
        {
            Rsa => new(algorithm, null, ModulusBitsOf(key)),
            // Curves given by their parameters instead of their name are not read, hence not accepted.
            EllipticCurve when identifier.PeekTag() == Asn1Tag.ObjectIdentifier => new(algorithm, identifier.ReadObjectIdentifier(), 0),
            _ => new(algorithm, null, 0),
        };
    }

    private static int ModulusBitsOf(ReadOnlyMemory<byte> key)
    {
        var modulus = new AsnReader(key, AsnEncodingRules.DER).ReadSequence().ReadInteger();
        return modulus.Sign > 0 ? checked((int)modulus.GetBitLength()) : 0;
    }
}
