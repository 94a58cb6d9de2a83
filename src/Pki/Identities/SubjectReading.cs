using System.Collections.Immutable;
using System.Globalization;
using MonEspaceSante.Pki.Judgement;

namespace MonEspaceSante.Pki.Identities;

/// <summary>
/// Who the subject of a validated certificate is. Each attribute is found by its OID and must have exactly one value; the identifier must
/// be the whole of its value, never something found inside it. Alternative names and e-mail addresses are not looked at.
/// </summary>
/// <remarks>
/// Layouts: identity.md, section 3. Security rule 12 forbids taking an identity "from CN": the national layout of person certificates puts
/// the idNat_PS there, so what this forbids is searching the text of a CN.
/// </remarks>
internal static class SubjectReading
{
    private const int LongestText = 128;

    /// <summary>Reads <paramref name="subject"/> (DER); a refusal when it is no professional, member of staff or organisation.</summary>
    /// <exception cref="System.Formats.Asn1.AsnContentException">The bytes are not a name.</exception>
    public static CertificateRefusal? Read(ReadOnlyMemory<byte> subject, string digest, out CertifiedIdentity identity)
    {
        var attributes = new Attributes(DistinguishedName.Read(subject));

        // A person has a title and no unit; an organisation has a unit and no title.
        var read = (attributes.Has(NameAttributes.Title), attributes.Has(NameAttributes.OrganisationalUnit)) switch
        {
            (true, false) => ReadPerson(attributes, digest),
            (false, true) => ReadOrganisation(attributes, digest),
            _ => attributes.Fail(CertificateRefusals.KindUnclear),
        };

        identity = read!;
        return attributes.Flaw;
    }

    private static CertifiedIdentity? ReadPerson(Attributes attributes, string digest)
    {
        var idNatPs = attributes.One(NameAttributes.CommonName);
        var surname = attributes.One(NameAttributes.Surname);
        var givenName = attributes.One(NameAttributes.GivenName);
        var title = attributes.One(NameAttributes.Title);

        return NationalIdentifiers.RppsOf(idNatPs) is { } rpps
            ? new CertifiedProfessional(idNatPs, rpps, surname, givenName, title, digest)
            : NationalIdentifiers.EmployerOf(idNatPs) is { } employer
            ? new CertifiedStaff(idNatPs, employer, surname, givenName, title, digest)
            : attributes.Fail(CertificateRefusals.IdentityMalformed);
    }

    private static CertifiedIdentity? ReadOrganisation(Attributes attributes, string digest)
    {
        var idNatStruct = attributes.One(NameAttributes.OrganisationalUnit);
        var name = attributes.One(NameAttributes.Organisation);
        var application = attributes.One(NameAttributes.CommonName);

        return NationalIdentifiers.IsStructure(idNatStruct)
            ? new CertifiedOrganisation(idNatStruct, name, application, digest)
            : attributes.Fail(CertificateRefusals.IdentityMalformed);
    }

    /// <summary>The attributes of one subject, and the first flaw met while reading them.</summary>
    private sealed class Attributes(ImmutableArray<NameAttribute> all)
    {
        public CertificateRefusal? Flaw { get; private set; }

        public bool Has(string type) => all.Any(attribute => attribute.Type == type);

        public string One(string type)
        {
            NameAttribute[] found = [.. all.Where(attribute => attribute.Type == type)];
            if (found is [{ Value: { } value }] && IsPlainText(value))
            {
                return value;
            }

            Fail(found.Length switch
            {
                0 => CertificateRefusals.IdentityIncomplete,
                1 => CertificateRefusals.IdentityMalformed,
                _ => CertificateRefusals.IdentityAmbiguous,
            });
            return "";
        }

        public CertifiedIdentity? Fail(CertificateRefusal flaw)
        {
            Flaw ??= flaw;
            return null;
        }
    }

    // Names are shown in traces and pages: no NUL, line end or invisible direction mark may ride in them.
    private static bool IsPlainText(string text) =>
        text.Length is > 0 and <= LongestText && !text.Any(c => char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
