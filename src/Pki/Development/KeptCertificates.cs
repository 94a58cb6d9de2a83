using System.Security.Cryptography.X509Certificates;

namespace MonEspaceSante.Pki.Development;

/// <summary>Certificates that are made once and kept as they are, until they are missing, outdated or about to expire.</summary>
internal sealed class KeptCertificates(PemFolder files, TimeProvider clock)
{
    private static readonly TimeSpan RenewalMargin = TimeSpan.FromDays(7);

    /// <summary>The certificate kept under <paramref name="name"/>, or a new one as ordered; without issuer it is self-signed.</summary>
    public X509Certificate2 Keep(string name, CertificateOrder order, TestAuthority? issuer)
    {
        var found = files.Find(name);
        if (found is not null && IsStillGood(found, order, issuer))
        {
            return found;
        }

        found?.Dispose();
        var made = issuer is null ? TestAuthority.SelfSign(order) : issuer.Issue(order);
        files.Write(name, made, issuer is null ? [] : [issuer.Certificate]);
        return made;
    }

    /// <summary>The certificate names the key of <paramref name="issuer"/> as the one that signed it.</summary>
    public static bool IsIssuedBy(X509Certificate2 certificate, X509Certificate2 issuer) =>
        certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier is { } wanted
        && issuer.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()?.SubjectKeyIdentifierBytes is { } held
        && wanted.Span.SequenceEqual(held.Span);

    private bool IsStillGood(X509Certificate2 certificate, CertificateOrder order, TestAuthority? issuer) =>
        certificate.NotAfter.ToUniversalTime() - clock.GetUtcNow().UtcDateTime > RenewalMargin
        && certificate.SubjectName.RawData.AsSpan().SequenceEqual(order.Subject.RawData)
        && (issuer is null || IsIssuedBy(certificate, issuer.Certificate));
}
