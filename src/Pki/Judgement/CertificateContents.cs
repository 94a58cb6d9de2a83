using System.Collections.Frozen;
using System.Formats.Asn1;

namespace MonEspaceSante.Pki.Judgement;

/// <summary>What a certificate says, read strictly from its DER (RFC 5280, section 4.1).</summary>
internal sealed record CertificateContents(
    string SerialNumber,
    string SignatureAlgorithm,
    ReadOnlyMemory<byte> Issuer,
    Validity Validity,
    ReadOnlyMemory<byte> Subject,
    SubjectKey Key,
    FrozenDictionary<string, ReadOnlyMemory<byte>> Extensions)
{
    private const int Version3 = 2;
    private static readonly Asn1Tag VersionTag = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 3);

    public bool IsSelfIssued => Issuer.Span.SequenceEqual(Subject.Span);

    /// <summary>Reads a version 3 certificate; anything else, or a second extension of one type, is malformed.</summary>
    /// <exception cref="AsnContentException">The bytes are not such a certificate.</exception>
    public static CertificateContents Read(ReadOnlyMemory<byte> certificate)
    {
        var outer = new AsnReader(certificate, AsnEncodingRules.DER);
        var signed = outer.ReadSequence();
        outer.ThrowIfNotEmpty();

        var body = signed.ReadSequence();
        var outerAlgorithm = signed.ReadEncodedValue();
        signed.ReadBitString(out var spareBits);
        signed.ThrowIfNotEmpty();

        // RFC 5280, 4.1.1.3: a signature is whole octets.
        if (spareBits != 0 || !body.ReadSequence(VersionTag).TryReadInt32(out var version) || version != Version3)
        {
            throw new AsnContentException("Not a version 3 certificate with a whole signature.");
        }

        var serial = Convert.ToHexStringLower(body.ReadIntegerBytes().Span);
        var algorithm = body.ReadEncodedValue();
        // RFC 5280, 4.1.1.2: the algorithm inside the signed part is the one that was used.
        if (!algorithm.Span.SequenceEqual(outerAlgorithm.Span))
        {
            throw new AsnContentException("The two signature algorithms differ.");
        }

        var issuer = body.ReadEncodedValue();
        var validity = Validity.Read(body.ReadSequence());
        var subject = body.ReadEncodedValue();
        var key = SubjectKey.Read(body.ReadSequence());
        var extensions = ReadExtensions(body.ReadSequence(ExtensionsTag).ReadSequence());
        body.ThrowIfNotEmpty();

        var signatureAlgorithm = new AsnReader(algorithm, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier();
        return new(serial, signatureAlgorithm, issuer, validity, subject, key, extensions);
    }

    private static FrozenDictionary<string, ReadOnlyMemory<byte>> ReadExtensions(AsnReader list)
    {
        var extensions = new Dictionary<string, ReadOnlyMemory<byte>>();
        while (list.HasData)
        {
            var (type, _, value) = DerExtension.Read(list);
            if (!extensions.TryAdd(type, value))
            {
                throw new AsnContentException("An extension is written twice.");
            }
        }

        return extensions.ToFrozenDictionary();
    }
}
