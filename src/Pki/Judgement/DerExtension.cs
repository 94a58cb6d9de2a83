using System.Formats.Asn1;

namespace MonEspaceSante.Pki.Judgement;

/// <summary>One extension of a certificate, of a revocation list or of an entry in it.</summary>
internal sealed record DerExtension(string Type, bool IsCritical, ReadOnlyMemory<byte> Value)
{
    public static DerExtension Read(AsnReader list)
    {
        var extension = list.ReadSequence();
        var type = extension.ReadObjectIdentifier();
        var critical = extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean();
        var value = extension.ReadOctetString();
        extension.ThrowIfNotEmpty();
        return new(type, critical, value);
    }
}
