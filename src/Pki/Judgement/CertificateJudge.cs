using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Professionals;
using MonEspaceSante.Pki.Revocation;

namespace MonEspaceSante.Pki.Judgement;

/// <summary>
/// The one place where certificates of professionals, staff and organisations are judged (security rules 10 to 12): strength, usage, chain,
/// who it is; then, at every judgement, dates, revocation and directory.
/// </summary>
/// <param name="trust">Pinned roots, listed issuers and allowed policies.</param>
/// <param name="lists">The revocation lists held.</param>
/// <param name="directory">The directory of professionals.</param>
/// <remarks>
/// Thread-safe. What cannot change about an accepted certificate is remembered by its digest, so judging it again (on every request, if
/// wished) costs microseconds. Refusals are not remembered: strangers cannot fill the memory.
/// </remarks>
public sealed class CertificateJudge(TrustedAuthorities trust, CrlStore lists, IProfessionalDirectory directory)
{
    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<string, Examined> _examined = new();

    /// <summary>Judges <paramref name="leaf"/> as it stands at <paramref name="now"/>.</summary>
    /// <param name="leaf">The certificate whose key the caller has proven to hold.</param>
    /// <param name="presentedChain">The other certificates that the caller sent; they give no trust.</param>
    /// <param name="now">The time of judgement.</param>
    public Verdict Judge(X509Certificate2 leaf, IReadOnlyList<X509Certificate2> presentedChain, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(presentedChain);

        var digest = CertificateDigest.Of(leaf);
        if (!_examined.TryGetValue(digest, out var examined))
        {
            if (Examine(leaf, presentedChain, digest, out examined) is { } flaw)
            {
                return new Verdict.Refused(flaw, digest);
            }

            Remember(digest, examined);
        }

        // Asked once: a newer directory may take the place of this one before the caller is known.
        var entry = examined.Identity is CertifiedProfessional professional ? directory.Find(professional.Rpps) : null;
        var refusal = CheckDates(examined, now) ?? CheckRevocation(examined, now) ?? CheckDirectory(examined.Identity, entry);
        return refusal is null ? new Verdict.Accepted(examined.Identity, entry) : new Verdict.Refused(refusal, digest);
    }

    // All that no day changes: read once for a certificate that passes.
    private CertificateRefusal? Examine(
        X509Certificate2 leaf, IReadOnlyList<X509Certificate2> presented, string digest, out Examined examined)
    {
        examined = null!;
        try
        {
            var contents = CertificateContents.Read(leaf.RawDataMemory);
            if ((StrengthRules.Check(contents) ?? UsageRules.Check(contents, trust.Policies)) is { } unfit)
            {
                return unfit;
            }

            if ((ChainRules.Check(leaf, contents, presented, trust, out var authorities) ?? CheckStrength(authorities)) is { } untrusted)
            {
                return untrusted;
            }

            if (SubjectReading.Read(contents.Subject, digest, out var identity) is { } nobody)
            {
                return nobody;
            }

            examined = new Examined(identity, contents.SerialNumber, contents.Validity, authorities);
            return identity.Kind == authorities[0].Certifies ? null : CertificateRefusals.KindNotOfIssuer;
        }
        catch (Exception unreadable) when (unreadable is AsnContentException or CryptographicException)
        {
            return CertificateRefusals.Malformed;
        }
    }

    private static CertificateRefusal? CheckStrength(ImmutableArray<Authority> authorities) =>
        authorities.Select(authority => StrengthRules.Check(authority.Contents)).FirstOrDefault(weak => weak is not null);

    private static CertificateRefusal? CheckDates(Examined examined, DateTimeOffset now) =>
        now < examined.Validity.NotBefore ? CertificateRefusals.NotYetValid
        : now > examined.Validity.NotAfter ? CertificateRefusals.Expired
        : !examined.Authorities.All(authority => authority.Contents.Validity.Includes(now)) ? CertificateRefusals.AuthorityNotCurrent
        : null;

    // From the leaf up, each certificate is looked up on the list of the authority above it; the root answers to nobody.
    private CertificateRefusal? CheckRevocation(Examined examined, DateTimeOffset now)
    {
        var serialNumber = examined.SerialNumber;
        foreach (var authority in examined.Authorities)
        {
            if (lists.Check(serialNumber, authority, now) is { } refusal)
            {
                return refusal;
            }

            serialNumber = authority.Contents.SerialNumber;
        }

        return null;
    }

    // Organisations and staff without RPPS are not in the directory of professionals.
    private static CertificateRefusal? CheckDirectory(CertifiedIdentity identity, DirectoryEntry? entry) =>
        identity is not CertifiedProfessional professional ? null
        : entry is null ? CertificateRefusals.ProfessionalUnknown
        : entry.Standing != Standing.Active ? CertificateRefusals.ProfessionalStruckOff
        : entry.ProfessionLabel != professional.Title ? CertificateRefusals.ProfessionDiffers
        : null;

    private void Remember(string digest, Examined examined)
    {
        // Above any day's number of callers of one process: starting afresh then costs less than keeping an order of use.
        if (_examined.Count >= MostRemembered)
        {
            _examined.Clear();
        }

        _examined[digest] = examined;
    }

    private sealed record Examined(
        CertifiedIdentity Identity, string SerialNumber, Validity Validity, ImmutableArray<Authority> Authorities);
}
