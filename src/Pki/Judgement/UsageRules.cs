using System.Collections.Frozen;
using System.Formats.Asn1;

namespace MonEspaceSante.Pki.Judgement;

/// <summary>What the certificate of a caller may be used for (security rule 10): to sign in as a client, and nothing wider.</summary>
internal static class UsageRules
{
    private const string BasicConstraints = "2.5.29.19";
    private const string KeyUsage = "2.5.29.15";
    private const string ExtendedKeyUsage = "2.5.29.37";
    private const string CertificatePolicies = "2.5.29.32";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string AnyExtendedKeyUsage = "2.5.29.37.0";
    private const byte DigitalSignature = 0x80;

    public static CertificateRefusal? Check(CertificateContents certificate, FrozenSet<string> policies)
    {
        var purposes = ReadPurposes(certificate);
        return IsAuthority(certificate) ? CertificateRefusals.IsAnAuthority
            : !MaySign(certificate) ? CertificateRefusals.KeyUsage
            : purposes.Contains(AnyExtendedKeyUsage) ? CertificateRefusals.AnyExtendedKeyUsage
            : !purposes.Contains(ClientAuthentication) ? CertificateRefusals.ExtendedKeyUsage
            : !ReadPolicies(certificate).Any(policies.Contains) ? CertificateRefusals.Policy
            : null;
    }

    /// <summary>Basic constraints say that the certificate is an authority.</summary>
    public static bool IsAuthority(CertificateContents certificate)
    {
        if (Find(certificate, BasicConstraints) is not { } reader)
        {
            return false;
        }

        var constraints = reader.ReadSequence();
        return constraints.HasData && constraints.PeekTag() == Asn1Tag.Boolean && constraints.ReadBoolean();
    }

    private static bool MaySign(CertificateContents certificate) =>
        Find(certificate, KeyUsage)?.ReadBitString(out _) is [var first, ..] && (first & DigitalSignature) != 0;

    private static List<string> ReadPurposes(CertificateContents certificate)
    {
        var purposes = new List<string>();
        var list = Find(certificate, ExtendedKeyUsage)?.ReadSequence();
        while (list is { HasData: true })
        {
            purposes.Add(list.ReadObjectIdentifier());
        }

        return purposes;
    }

    private static List<string> ReadPolicies(CertificateContents certificate)
    {
        var policies = new List<string>();
        var list = Find(certificate, CertificatePolicies)?.ReadSequence();
        while (list is { HasData: true })
        {
            policies.Add(list.ReadSequence().ReadObjectIdentifier());
        }

        return policies;
    }

    private static AsnReader? Find(CertificateContents certificate, string extension) =>
        certificate.Extensions.TryGetValue(extension, out var value) ? new AsnReader(value, AsnEncodingRules.DER) : null;
}
