using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Pki.Tests.Revocation;

/// <summary>A revocation list written by hand, so that each part of it can be wrong.</summary>
internal sealed record WrittenList(TestAuthority Issuer)
{
    public const string Sha256 = "1.2.840.10045.4.3.2";
    public const string Sha1 = "1.2.840.10045.4.1";
    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 0);

    /// <summary>The number that says the version, or null for a list of version 1.</summary>
    public int? Version { get; init; } = 1;

    public string Algorithm { get; init; } = Sha256;

    public string? InnerAlgorithm { get; init; }

    public DateTimeOffset? NextUpdate { get; init; } = HealthAuthorities.Now.AddDays(1);

    public string? Serial { get; init; }

    public (string Type, bool Critical)? EntryExtension { get; init; }

    public (string Type, bool Critical)[] Extensions { get; init; } = [("2.5.29.20", false)];

    public bool TrailingByte { get; init; }

    public static implicit operator byte[](WrittenList list) => list.Encode();

    public byte[] Encode()
    {
        var body = EncodeBody();
        using var key = Issuer.Certificate.GetECDsaPrivateKey()!;
        var hash = Algorithm == Sha1 ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        var signature = key.SignData(body, hash, DSASignatureFormat.Rfc3279DerSequence);
        return Seal(body, signature);
    }

    private byte[] Seal(byte[] body, byte[] signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(body);
            WriteAlgorithm(writer, Algorithm);
            writer.WriteBitString(signature);
        }

        return TrailingByte ? [.. writer.Encode(), 0] : writer.Encode();
    }

    private byte[] EncodeBody()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            if (Version is { } version)
            {
                writer.WriteInteger(version);
            }

            WriteAlgorithm(writer, InnerAlgorithm ?? Algorithm);
            writer.WriteEncodedValue(Issuer.Certificate.SubjectName.RawData);
            writer.WriteUtcTime(HealthAuthorities.Now.AddHours(-1));
            if (NextUpdate is { } nextUpdate)
            {
                writer.WriteUtcTime(nextUpdate);
            }

            if (Serial is not null)
            {
                WriteEntries(writer);
            }

            using (writer.PushSequence(ExtensionsTag))
            {
                WriteExtensions(writer, Extensions);
            }
        }

        return writer.Encode();
    }

    private void WriteEntries(AsnWriter writer)
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteInteger(Convert.FromHexString(Serial!));
            writer.WriteUtcTime(HealthAuthorities.Now.AddHours(-1));
            if (EntryExtension is { } extension)
            {
                WriteExtensions(writer, extension);
            }
        }
    }

    private static void WriteAlgorithm(AsnWriter writer, string algorithm)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(algorithm);
        }
    }

    private static void WriteExtensions(AsnWriter writer, params (string Type, bool Critical)[] extensions)
    {
        using (writer.PushSequence())
        {
            foreach (var (type, critical) in extensions)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(type);
                    if (critical)
                    {
                        writer.WriteBoolean(true);
                    }

                    writer.WriteOctetString([5, 0]);
                }
            }
        }
    }
}
