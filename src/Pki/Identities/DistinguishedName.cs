using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace MonEspaceSante.Pki.Identities;

/// <summary>
/// Reads and writes distinguished names as DER sets of attributes, never as display text: the text form loses
/// the multi-valued RDN of person certificates, and lets a comma in a value pass for a second attribute.
/// </summary>
internal static class DistinguishedName
{
    /// <summary>Every attribute of <paramref name="name"/>, in the order written, whatever RDN holds it.</summary>
    /// <exception cref="AsnContentException">The bytes are not a name.</exception>
    public static ImmutableArray<NameAttribute> Read(ReadOnlyMemory<byte> name)
    {
        var attributes = ImmutableArray.CreateBuilder<NameAttribute>();
        var reader = new AsnReader(name, AsnEncodingRules.DER);
        var rdns = reader.ReadSequence();
        reader.ThrowIfNotEmpty();

        while (rdns.HasData)
        {
            // Authorities do write the attributes of a multi-valued RDN out of DER order (identity.md, section 3).
            var rdn = rdns.ReadSetOf(skipSortOrderValidation: true);
            while (rdn.HasData)
            {
                var attribute = rdn.ReadSequence();
                attributes.Add(new NameAttribute(attribute.ReadObjectIdentifier(), ReadText(attribute)));
                attribute.ThrowIfNotEmpty();
            }
        }

        return attributes.ToImmutable();
    }

    /// <summary>The name made of <paramref name="rdns"/>; an RDN of several attributes is multi-valued.</summary>
    public static X500DistinguishedName Write(params NameAttribute[][] rdns)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var rdn in rdns)
            {
                using (writer.PushSetOf())
                {
                    foreach (var attribute in rdn)
                    {
                        using (writer.PushSequence())
                        {
                            writer.WriteObjectIdentifier(attribute.Type);
                            writer.WriteCharacterString(TextTypeOf(attribute.Type), attribute.Value!);
                        }
                    }
                }
            }
        }

        return new X500DistinguishedName(writer.Encode());
    }

    private static string? ReadText(AsnReader attribute)
    {
        var tag = attribute.PeekTag();
        if (tag == new Asn1Tag(UniversalTagNumber.UTF8String) || tag == new Asn1Tag(UniversalTagNumber.PrintableString))
        {
            return attribute.ReadCharacterString((UniversalTagNumber)tag.TagValue);
        }

        attribute.ReadEncodedValue();
        return null;
    }

    private static UniversalTagNumber TextTypeOf(string type) =>
        type == NameAttributes.Country ? UniversalTagNumber.PrintableString : UniversalTagNumber.UTF8String;
}
