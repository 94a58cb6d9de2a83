using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MonEspaceSante.Pki.Development;

/// <summary>What a certificate to be issued shall say. Orders begin sound; bad certificates are made by changing one thing.</summary>
internal sealed record CertificateOrder(
    X500DistinguishedName Subject, DateTimeOffset NotBefore, DateTimeOffset NotAfter, ImmutableArray<X509Extension> Extensions)
{
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Makes the key pair: on P-256 unless told otherwise.</summary>
    public Func<AsymmetricAlgorithm> NewKey { get; init; } = () => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The digest that the issuer signs.</summary>
    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    public static CertificateOrder ForAuthority(
        X500DistinguishedName subject, DateTimeOffset notBefore, DateTimeOffset notAfter, int pathLength) =>
        new(subject, notBefore, notAfter,
        [
            new X509BasicConstraintsExtension(true, true, pathLength, critical: true),
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true),
        ]);

    public static CertificateOrder ForClient(
        X500DistinguishedName subject, DateTimeOffset notBefore, DateTimeOffset notAfter, string policy) =>
        new(subject, notBefore, notAfter,
        [
            new X509BasicConstraintsExtension(false, false, 0, critical: true),
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true),
            Purposes(ClientAuthentication),
            Policies(policy),
        ]);

    public static CertificateOrder ForLocalServer(X500DistinguishedName subject, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        return new(subject, notBefore, notAfter,
        [
            new X509BasicConstraintsExtension(false, false, 0, critical: true),
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true),
            Purposes(ServerAuthentication),
            names.Build(),
        ]);
    }

    /// <summary>The same order with <paramref name="extension"/>, in the place of one of its type.</summary>
    public CertificateOrder With(X509Extension extension) =>
        this with { Extensions = Without(extension.Oid!.Value!).Extensions.Add(extension) };

    /// <summary>The same order without the extension of type <paramref name="oid"/>.</summary>
    public CertificateOrder Without(string oid) =>
        this with { Extensions = Extensions.RemoveAll(extension => extension.Oid!.Value == oid) };

    public static X509Extension Purposes(params string[] oids)
    {
        var purposes = new OidCollection();
        foreach (var oid in oids)
        {
            purposes.Add(new Oid(oid));
        }

        return new X509EnhancedKeyUsageExtension(purposes, critical: false);
    }

    public static X509Extension Policies(params string[] oids)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var oid in oids)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(oid);
                }
            }
        }

        return new X509Extension("2.5.29.32", writer.Encode(), critical: false);
    }
}
