using System.Collections.Frozen;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Judgement;

namespace MonEspaceSante.Pki.Revocation;

/// <summary>
/// A complete certificate revocation list (CRL), read strictly from its DER (RFC 5280, section 5). Partial lists, delta lists and lists of
/// other authorities' certificates say so in critical extensions; we read none of these, and a critical extension makes a list unreadable.
/// </summary>
internal sealed record RevocationList(
    ReadOnlyMemory<byte> Issuer,
    DateTimeOffset ThisUpdate,
    DateTimeOffset NextUpdate,
    FrozenSet<string> Serials,
    ReadOnlyMemory<byte> Body,
    string SignatureAlgorithm,
    ReadOnlyMemory<byte> Signature)
{
    private const int Version2 = 1;
    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 0);

    /// <summary>The name of the authority that <paramref name="list"/> claims to come from; readable even where the rest is not.</summary>
    /// <exception cref="AsnContentException">The bytes do not begin like a list.</exception>
    public static ReadOnlyMemory<byte> IssuerOf(ReadOnlyMemory<byte> list)
    {
        var body = new AsnReader(list, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        body.ReadInteger();
        body.ReadEncodedValue();
        return body.ReadEncodedValue();
    }

    /// <summary>Reads a list without believing it: see <see cref="IsSignedBy"/>.</summary>
    /// <exception cref="AsnContentException">The bytes are not a complete version 2 list with a next update.</exception>
    public static RevocationList Read(ReadOnlyMemory<byte> list)
    {
        var outer = new AsnReader(list, AsnEncodingRules.DER);
        var signed = outer.ReadSequence();
        outer.ThrowIfNotEmpty();

        var signedBody = signed.ReadEncodedValue();
        var outerAlgorithm = signed.ReadEncodedValue();
        // RFC 5280, 4.1.1.3: a signature is whole octets; what ignores spare bits takes several lists for one.
        var signature = signed.ReadBitString(out var spareBits);
        signed.ThrowIfNotEmpty();

        var body = new AsnReader(signedBody, AsnEncodingRules.DER).ReadSequence();
        if (spareBits != 0 || !body.TryReadInt32(out var version) || version != Version2 || !body.ReadEncodedValue().Span.SequenceEqual(outerAlgorithm.Span))
        {
            throw new AsnContentException("Not a version 2 revocation list with one signature algorithm and a whole signature.");
        }

        var issuer = body.ReadEncodedValue();
        var (thisUpdate, nextUpdate) = (DerTime.Read(body), DerTime.Read(body));
        var serials = body.HasData && body.PeekTag() == Asn1Tag.Sequence ? ReadSerials(body.ReadSequence()) : [];
        RefuseCriticalExtensions(body.ReadSequence(ExtensionsTag).ReadSequence());
        body.ThrowIfNotEmpty();

        var algorithm = new AsnReader(outerAlgorithm, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier();
        return new(issuer, thisUpdate, nextUpdate, serials.ToFrozenSet(), signedBody, algorithm, signature);
    }

    /// <summary>The list was signed, with an accepted algorithm, by the key of <paramref name="authority"/>.</summary>
    public bool IsSignedBy(X509Certificate2 authority)
    {
        if (!SignatureAlgorithms.Accepted.TryGetValue(SignatureAlgorithm, out var hash))
        {
            return false;
        }

        using var rsa = authority.GetRSAPublicKey();
        using var ecdsa = authority.GetECDsaPublicKey();
        return rsa?.VerifyData(Body.Span, Signature.Span, hash, RSASignaturePadding.Pkcs1)
            ?? ecdsa?.VerifyData(Body.Span, Signature.Span, hash, DSASignatureFormat.Rfc3279DerSequence)
            ?? false;
    }

    private static HashSet<string> ReadSerials(AsnReader entries)
    {
        var serials = new HashSet<string>();
        while (entries.HasData)
        {
            var entry = entries.ReadSequence();
            serials.Add(Convert.ToHexStringLower(entry.ReadIntegerBytes().Span));
            DerTime.Read(entry);
            if (entry.HasData)
            {
                RefuseCriticalExtensions(entry.ReadSequence());
            }

            entry.ThrowIfNotEmpty();
        }

        return serials;
    }

    private static void RefuseCriticalExtensions(AsnReader extensions)
    {
        while (extensions.HasData)
        {
            if (DerExtension.Read(extensions).IsCritical)
            {
                throw new AsnContentException("A critical extension of a revocation list is not understood.");
            }
        }
    }
}
