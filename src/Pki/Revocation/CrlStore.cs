using System.Collections.Frozen;
using System.Formats.Asn1;
using System.Security.Cryptography;
using MonEspaceSante.Pki.Judgement;

namespace MonEspaceSante.Pki.Revocation;

/// <summary>
/// The revocation lists held in memory, one for each trusted authority. A certificate is refused unless the list of its authority is held,
/// genuine, current, and does not name it (security rule 11).
/// </summary>
/// <param name="trust">The authorities whose lists are held; lists of others are ignored.</param>
public sealed class CrlStore(TrustedAuthorities trust)
{
    /// <summary>How long a list is still relied upon after its next update was due: 2 hours (security rule 11).</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    // By digest of the authority; null where only lists that are not genuine were found.
    private volatile FrozenDictionary<string, RevocationList?> _held = FrozenDictionary<string, RevocationList?>.Empty;

    /// <summary>
    /// Holds <paramref name="lists"/> (each a CRL in DER) instead of those held before. Of several genuine lists of one authority the
    /// latest is kept. Judgements going on meanwhile see either all the old lists or all the new ones.
    /// </summary>
    public void Replace(IEnumerable<ReadOnlyMemory<byte>> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);

        var held = new Dictionary<string, RevocationList?>();
        foreach (var list in lists)
        {
            foreach (var authority in ClaimedAuthorities(list))
            {
                held[authority.Digest] = Latest(held.GetValueOrDefault(authority.Digest), ReadGenuine(list, authority));
            }
        }

        _held = held.ToFrozenDictionary();
    }

    internal CertificateRefusal? Check(string serialNumber, Authority authority, DateTimeOffset now)
    {
        if (!_held.TryGetValue(authority.Digest, out var list))
        {
            return CertificateRefusals.ListMissing;
        }

        return list is null ? CertificateRefusals.ListInvalid
            : now < list.ThisUpdate ? CertificateRefusals.ListNotYetValid
            : now - list.NextUpdate > Grace ? CertificateRefusals.ListExpired
            : list.Serials.Contains(serialNumber) ? CertificateRefusals.Revoked
            : null;
    }

    // An authority that changed its key is listed twice under one name; the signature then tells whose list it is.
    private IEnumerable<Authority> ClaimedAuthorities(ReadOnlyMemory<byte> list)
    {
        try
        {
            var issuer = RevocationList.IssuerOf(list);
            return trust.All.Values.Where(authority => authority.Contents.Subject.Span.SequenceEqual(issuer.Span));
        }
        catch (AsnContentException)
        {
            return [];
        }
    }

    private static RevocationList? ReadGenuine(ReadOnlyMemory<byte> list, Authority authority)
    {
        try
        {
            var read = RevocationList.Read(list);
            return read.IsSignedBy(authority.Certificate) ? read : null;
        }
        catch (Exception unreadable) when (unreadable is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    private static RevocationList? Latest(RevocationList? held, RevocationList? found) =>
        held is null || found?.ThisUpdate > held.ThisUpdate ? found : held;
}
