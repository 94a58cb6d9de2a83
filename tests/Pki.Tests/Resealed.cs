using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Pki.Tests;

/// <summary>Certificates and lists changed byte by byte, then signed again by the genuine key, as a faulty authority would.</summary>
internal static class Resealed
{
    /// <summary>The signed part of a certificate or of a revocation list.</summary>
    public static byte[] BodyOf(ReadOnlyMemory<byte> signed) =>
        new AsnReader(signed, AsnEncodingRules.DER).ReadSequence().ReadEncodedValue().ToArray();

    /// <summary>What <paramref name="authority"/> issues for the order, the bytes <paramref name="from"/> replaced.</summary>
    public static X509Certificate2 Certificate(TestAuthority authority, CertificateOrder order, byte[] from, byte[] to)
    {
        using var sound = authority.Issue(order);
        var body = BodyOf(sound.RawData);
        var at = body.AsSpan().IndexOf(from);
        to.CopyTo(body, at);
        return X509CertificateLoader.LoadCertificate(Seal(body, authority));
    }

    /// <summary>Signs <paramref name="body"/>, whatever it holds, with ECDSA and SHA-256.</summary>
    public static byte[] Seal(byte[] body, TestAuthority authority)
    {
        using var key = authority.Certificate.GetECDsaPrivateKey()!;
        var signature = key.SignData(body, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var end = new AsnWriter(AsnEncodingRules.DER);
        using (end.PushSequence())
        {
            end.WriteObjectIdentifier("1.2.840.10045.4.3.2");
        }

        end.WriteBitString(signature);

        // The body may be no DER at all; the writer would not take it.
        byte[] contents = [.. body, .. end.Encode()];
        return [0x30, 0x82, (byte)(contents.Length >> 8), (byte)contents.Length, .. contents];
    }
}
