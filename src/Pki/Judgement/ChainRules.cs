using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;

namespace MonEspaceSante.Pki.Judgement;

/// <summary>Who stands above a certificate (security rule 10): a listed issuing authority, then up to a pinned root.</summary>
internal static class ChainRules
{
    /// <summary>Finds the authorities above <paramref name="leaf"/>, nearest first, the root last; or says why there are none.</summary>
    /// <remarks>
    /// What the caller presents is never part of the chain that is built; it only lets the refusal say more. Dates are left to the judge,
    /// which looks at them on every judgement.
    /// </remarks>
    public static CertificateRefusal? Check(
        X509Certificate2 leaf,
        CertificateContents contents,
        IReadOnlyList<X509Certificate2> presented,
        TrustedAuthorities trust,
        out ImmutableArray<Authority> authorities)
    {
        authorities = [];
        if (contents.IsSelfIssued)
        {
            return CertificateRefusals.SelfSigned;
        }

        if (!trust.Issuers.Any(issuer => issuer.Contents.Subject.Span.SequenceEqual(contents.Issuer.Span)))
        {
            return presented.Any(certificate => IsOrdinaryIssuerOf(contents, certificate))
                ? CertificateRefusals.IssuerNotAnAuthority
                : CertificateRefusals.IssuerNotListed;
        }

        using var chain = new X509Chain { ChainPolicy = PolicyFor(trust) };
        var complete = chain.Build(leaf);
        var recognised = trust.TryRecognise(chain.ChainElements.Skip(1).Select(element => element.Certificate), out authorities);
        return complete && recognised ? null : CertificateRefusals.ChainInvalid;
    }

    private static bool IsOrdinaryIssuerOf(CertificateContents contents, X509Certificate2 presented)
    {
        var issuer = CertificateContents.Read(presented.RawDataMemory);
        return issuer.Subject.Span.SequenceEqual(contents.Issuer.Span) && !UsageRules.IsAuthority(issuer);
    }

    private static X509ChainPolicy PolicyFor(TrustedAuthorities trust)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // Revocation is checked against the lists that we hold; nothing is fetched because a certificate says so.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid,
        };
        policy.CustomTrustStore.AddRange(trust.Roots.Select(root => root.Certificate).ToArray());
        policy.ExtraStore.AddRange(trust.Issuers.Select(issuer => issuer.Certificate).ToArray());
        return policy;
    }
}
