using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Identities;

namespace MonEspaceSante.Pki.Tests.Identities;

/// <summary>Subjects with one thing unusual.</summary>
internal static class WrittenName
{
    private const byte Set = 0x31;

    /// <summary>The general practitioner's attributes, changed by <paramref name="change"/>, each in an RDN of its own.</summary>
    public static X500DistinguishedName OfDoctor(Action<List<NameAttribute>> change) => Of(change,
        new(NameAttributes.Title, HealthAuthorities.Gp.Title),
        new(NameAttributes.CommonName, HealthAuthorities.Gp.IdNatPs),
        new(NameAttributes.Surname, HealthAuthorities.Gp.Surname),
        new(NameAttributes.GivenName, HealthAuthorities.Gp.GivenName));

    /// <summary>The laboratory's attributes, changed by <paramref name="change"/>.</summary>
    public static X500DistinguishedName OfLaboratory(Action<List<NameAttribute>> change) => Of(change,
        new(NameAttributes.Organisation, HealthAuthorities.Lab.Name),
        new(NameAttributes.OrganisationalUnit, HealthAuthorities.Lab.IdNatStruct),
        new(NameAttributes.CommonName, HealthAuthorities.Lab.Application));

    public static X500DistinguishedName WithIdentifier(string idNatPs) =>
        (HealthAuthorities.Gp with { IdNatPs = idNatPs }).ToName();

    public static X500DistinguishedName WithStructure(string idNatStruct) =>
        (HealthAuthorities.Lab with { IdNatStruct = idNatStruct }).ToName();

    /// <summary>The general practitioner, the identifier written in another string type.</summary>
    public static X500DistinguishedName WithIdentifierAs(UniversalTagNumber type)
    {
        var sound = OfDoctor(_ => { });
        var digits = System.Text.Encoding.ASCII.GetBytes(HealthAuthorities.Gp.IdNatPs);
        var at = sound.RawData.AsSpan().IndexOf(digits);
        var changed = sound.RawData;
        changed[at - 2] = (byte)type;
        return new X500DistinguishedName(changed);
    }

    /// <summary>The general practitioner, the multi-valued RDN out of DER order, as some authorities write it.</summary>
    public static X500DistinguishedName Unsorted()
    {
        byte[] attributes =
        [
            .. Encode(NameAttributes.GivenName, HealthAuthorities.Gp.GivenName),
            .. Encode(NameAttributes.CommonName, HealthAuthorities.Gp.IdNatPs),
            .. Encode(NameAttributes.Surname, HealthAuthorities.Gp.Surname),
        ];
        var title = Encode(NameAttributes.Title, HealthAuthorities.Gp.Title);

        // The writer would sort the set: its two bytes of header are written here.
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue([Set, (byte)title.Length, .. title]);
            writer.WriteEncodedValue([Set, (byte)attributes.Length, .. attributes]);
        }

        return new X500DistinguishedName(writer.Encode());
    }

    private static X500DistinguishedName Of(Action<List<NameAttribute>> change, params NameAttribute[] sound)
    {
        List<NameAttribute> attributes = [.. sound];
        change(attributes);
        return DistinguishedName.Write([.. attributes.Select(attribute => new[] { attribute })]);
    }

    private static byte[] Encode(string type, string value)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            writer.WriteCharacterString(UniversalTagNumber.UTF8String, value);
        }

        return writer.Encode();
    }
}
