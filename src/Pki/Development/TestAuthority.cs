using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MonEspaceSante.Pki.Development;

/// <summary>A certificate with its key that issues certificates and signs revocation lists.</summary>
internal sealed class TestAuthority(X509Certificate2 certificate) : IDisposable
{
    private const int SerialLength = 16;

    private readonly AsymmetricAlgorithm _key = (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey()
        ?? certificate.GetRSAPrivateKey()
        ?? throw new ArgumentException("An authority needs its private key.", nameof(certificate));

    /// <summary>The authority's own certificate, with its private key.</summary>
    public X509Certificate2 Certificate { get; } = certificate;

    /// <summary>Makes a certificate that is its own issuer; it comes with its private key.</summary>
    public static X509Certificate2 SelfSign(CertificateOrder order)
    {
        using var key = order.NewKey();
        return Sign(order, key, order.Subject, SignerFor(key, order.Hash), null);
    }

    /// <summary>Makes a certificate issued by this authority; it comes with its private key.</summary>
    public X509Certificate2 Issue(CertificateOrder order)
    {
        using var key = order.NewKey();
        return Sign(order, key, Certificate.SubjectName, SignerFor(_key, order.Hash), KeyIdentifier());
    }

    /// <summary>Signs the list that <paramref name="builder"/> holds; the result is DER.</summary>
    public byte[] SignList(
        CertificateRevocationListBuilder builder, BigInteger number, DateTimeOffset thisUpdate, DateTimeOffset nextUpdate) =>
        builder.Build(Certificate.SubjectName, SignerFor(_key, HashAlgorithmName.SHA256), number, nextUpdate, HashAlgorithmName.SHA256,
            KeyIdentifier(), thisUpdate);

    /// <inheritdoc/>
    public void Dispose()
    {
        _key.Dispose();
        Certificate.Dispose();
    }

    private static X509SignatureGenerator SignerFor(AsymmetricAlgorithm key, HashAlgorithmName hash) => key switch
    {
        RSA rsa => X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1),
        ECDsa weak when hash == HashAlgorithmName.SHA1 => new Sha1Signer(weak),
        _ => X509SignatureGenerator.CreateForECDsa((ECDsa)key),
    };

    private X509AuthorityKeyIdentifierExtension KeyIdentifier() =>
        X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false);

    private static X509Certificate2 Sign(
        CertificateOrder order,
        AsymmetricAlgorithm key,
        X500DistinguishedName issuer,
        X509SignatureGenerator signer,
        X509AuthorityKeyIdentifierExtension? issuerKey)
    {
        var publicKey = new PublicKey(key);
        var request = new CertificateRequest(order.Subject, publicKey, order.Hash);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(publicKey, critical: false));
        foreach (var extension in order.Extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        if (issuerKey is not null)
        {
            request.CertificateExtensions.Add(issuerKey);
        }

        using var signed = request.Create(issuer, signer, order.NotBefore, order.NotAfter, NewSerial());
        return key is RSA rsa ? signed.CopyWithPrivateKey(rsa) : signed.CopyWithPrivateKey((ECDsa)key);
    }

    // Random, positive and without a leading zero: RFC 5280, 4.1.2.2.
    private static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialLength);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }
}
