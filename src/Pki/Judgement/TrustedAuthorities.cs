using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Identities;

namespace MonEspaceSante.Pki.Judgement;

/// <summary>A listed issuing authority, and what it certifies.</summary>
/// <param name="Certificate">The certificate of the authority.</param>
/// <param name="Certifies">People or organisations; a certificate of the other kind under this authority is refused.</param>
public sealed record TrustedIssuer(X509Certificate2 Certificate, CertifiedKind Certifies);

/// <summary>All that is trusted: pinned roots, listed issuing authorities, allowed policies. The system's stores are not.</summary>
public sealed class TrustedAuthorities
{
    /// <summary>Pins the given authorities; their certificates must stay undisposed for as long as they are trusted.</summary>
    /// <param name="roots">The pinned roots.</param>
    /// <param name="issuers">The authorities whose certificates may be presented.</param>
    /// <param name="policies">OIDs of the certificate policies, of which a certificate must bear at least one.</param>
    /// <exception cref="AsnContentException">An authority's certificate cannot be read.</exception>
    public TrustedAuthorities(IEnumerable<X509Certificate2> roots, IEnumerable<TrustedIssuer> issuers, IEnumerable<string> policies)
    {
        Roots = [.. roots.Select(root => new Authority(root, null))];
        Issuers = [.. issuers.Select(issuer => new Authority(issuer.Certificate, issuer.Certifies))];
        Policies = policies.ToFrozenSet();
        All = Roots.Concat(Issuers).DistinctBy(authority => authority.Digest).ToFrozenDictionary(authority => authority.Digest);
    }

    internal ImmutableArray<Authority> Roots { get; }

    internal ImmutableArray<Authority> Issuers { get; }

    internal FrozenSet<string> Policies { get; }

    /// <summary>Roots and issuers, by digest of their certificate.</summary>
    internal FrozenDictionary<string, Authority> All { get; }

    /// <summary>Finds which authorities <paramref name="certificates"/> are; false where one of them is not trusted.</summary>
    /// <remarks>The platform may complete a chain from stores of the machine: being in a chain is not being trusted.</remarks>
    internal bool TryRecognise(IEnumerable<X509Certificate2> certificates, out ImmutableArray<Authority> authorities)
    {
        var found = certificates.Select(certificate => All.GetValueOrDefault(CertificateDigest.Of(certificate))).ToList();
        authorities = [.. found.OfType<Authority>()];
        return authorities.Length == found.Count;
    }
}

/// <summary>A trusted authority with what its certificate says; <paramref name="certifies"/> is null for a root.</summary>
internal sealed class Authority(X509Certificate2 certificate, CertifiedKind? certifies)
{
    public X509Certificate2 Certificate { get; } = certificate;

    public CertifiedKind? Certifies { get; } = certifies;

    public string Digest { get; } = CertificateDigest.Of(certificate);

    public CertificateContents Contents { get; } = CertificateContents.Read(certificate.RawDataMemory);
}
