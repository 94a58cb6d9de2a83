using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Judgement;
using MonEspaceSante.Pki.Tests.Identities;
using MonEspaceSante.Pki.Tests.Revocation;
using static MonEspaceSante.Pki.Tests.HealthAuthorities;

namespace MonEspaceSante.Pki.Tests.Judgement;

/// <summary>One thing wrong, and the reason that must be given.</summary>
internal sealed record RefusedCase(string Name, CertificateRefusal Reason, Func<HealthAuthorities, Verdict> Judge);

/// <summary>Each case differs from an accepted certificate by one thing, so that without the rule it would be accepted.</summary>
internal static class RefusedCases
{
    private const string KeyUsage = "2.5.29.15";
    private const string ExtendedKeyUsage = "2.5.29.37";
    private const string CertificatePolicies = "2.5.29.32";
    private const string AnyPurpose = "2.5.29.37.0";
    private const string AnyPolicy = "2.5.29.32.0";
    private const string ClientAuth = CertificateOrder.ClientAuthentication;
    private const string ServerAuth = CertificateOrder.ServerAuthentication;

    public static readonly ImmutableArray<RefusedCase> All =
    [
        // Strength
        Person("RSA of 1024 bits", CertificateRefusals.KeyTooWeak, Doctor with { NewKey = () => RSA.Create(1024) }),
        Person("RSA of 2040 bits", CertificateRefusals.KeyTooWeak, Doctor with { NewKey = () => RSA.Create(2040) }),
        Person("a curve outside the list", CertificateRefusals.KeyTooWeak,
            Doctor with { NewKey = () => ECDsa.Create(ECCurve.NamedCurves.brainpoolP256r1) }),
        Person("ECDSA with SHA-1", CertificateRefusals.SignatureTooWeak, Doctor with { Hash = HashAlgorithmName.SHA1 }),
        new("an authority with RSA of 1024 bits", CertificateRefusals.KeyTooWeak, world =>
            world.JudgeDoctorUnder(
                world.Root, world.AuthorityUnder(world.Root, AuthorityNamed("WEAK") with { NewKey = () => RSA.Create(1024) }))),
        new("an authority signed with SHA-1", CertificateRefusals.SignatureTooWeak, world =>
            world.JudgeDoctorUnder(
                world.Root, world.AuthorityUnder(world.Root, AuthorityNamed("SHA1") with { Hash = HashAlgorithmName.SHA1 }))),

        // Usage
        Person("an authority as caller", CertificateRefusals.IsAnAuthority,
            Doctor.With(new X509BasicConstraintsExtension(true, false, 0, true))),
        Person("no key usage", CertificateRefusals.KeyUsage, Doctor.Without(KeyUsage)),
        Person("key usage without digitalSignature", CertificateRefusals.KeyUsage,
            Doctor.With(new X509KeyUsageExtension(X509KeyUsageFlags.NonRepudiation | X509KeyUsageFlags.KeyEncipherment, true))),
        Person("an empty key usage", CertificateRefusals.KeyUsage, Doctor.With(new X509Extension(KeyUsage, [3, 1, 0], true))),
        Person("no extended key usage", CertificateRefusals.ExtendedKeyUsage, Doctor.Without(ExtendedKeyUsage)),
        Person("server authentication only", CertificateRefusals.ExtendedKeyUsage, Doctor.With(CertificateOrder.Purposes(ServerAuth))),
        Person("any usage besides client authentication", CertificateRefusals.AnyExtendedKeyUsage,
            Doctor.With(CertificateOrder.Purposes(ClientAuth, AnyPurpose))),
        Person("any usage alone", CertificateRefusals.AnyExtendedKeyUsage, Doctor.With(CertificateOrder.Purposes(AnyPurpose))),
        Person("no policy", CertificateRefusals.Policy, Doctor.Without(CertificatePolicies)),
        Person("another policy", CertificateRefusals.Policy, Doctor.With(CertificateOrder.Policies("2.999.1"))),
        Person("any policy", CertificateRefusals.Policy, Doctor.With(CertificateOrder.Policies(AnyPolicy))),

        // Form
        Bytes("an unreadable key usage", Doctor, [4, 4, 3, 2, 7, 0x80], [4, 4, 0x30, 2, 5, 0]),
        Bytes("an unreadable extended key usage", Doctor, [0x30, 0x0A, 6, 8, 0x2B], [0x30, 0x0A, 6, 9, 0x2B]),
        Bytes("an extension written twice",
            Doctor.With(new X509Extension("2.999.7", [5, 0], false)).With(new X509Extension("2.999.8", [5, 0], false)),
            [6, 3, 0x88, 0x37, 8], [6, 3, 0x88, 0x37, 7]),
        Bytes("another version", Doctor, [0xA0, 3, 2, 1, 2], [0xA0, 3, 2, 1, 1]),
        Bytes("two signature algorithms", Doctor, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2], [0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 3]),

        // Chain
        new("self-signed", CertificateRefusals.SelfSigned, world => world.Judge.Judge(world.Kept(TestAuthority.SelfSign(Doctor)), [], Now)),
        new("an unknown authority, presented", CertificateRefusals.IssuerNotListed, world =>
            world.JudgeIssuedBy(world.AuthorityUnder(null, "UNKNOWN"), Doctor)),
        new("an unknown authority, not presented", CertificateRefusals.IssuerNotListed, world =>
            world.Judge.Judge(world.Kept(world.AuthorityUnder(null, "UNKNOWN").Issue(Doctor)), [], Now)),
        new("an authority of the pinned root that is not listed", CertificateRefusals.IssuerNotListed, world =>
            world.JudgeIssuedBy(world.AuthorityUnder(world.Root, "UNLISTED"), Doctor)),
        new("an authority below a listed one", CertificateRefusals.IssuerNotListed, world =>
            world.JudgeIssuedBy(world.AuthorityUnder(world.Persons, "BELOW"), Doctor)),
        new("issued by the root itself", CertificateRefusals.IssuerNotListed, world => world.JudgeIssuedBy(world.Root, Doctor)),
        new("issued by a client certificate", CertificateRefusals.IssuerNotAnAuthority, world =>
            world.JudgeIssuedBy(world.Kept(new TestAuthority(world.Persons.Issue(Laboratory))), Doctor)),
        new("an impostor under the name of a listed authority", CertificateRefusals.ChainInvalid, world =>
            world.JudgeIssuedBy(world.AuthorityUnder(null, "PERSONS"), Doctor)),
        new("one bit of the signature changed", CertificateRefusals.ChainInvalid, world =>
            world.Judge.Judge(world.Kept(Altered(world.Persons.Issue(Doctor))), [], Now)),
        new("a root that is not pinned", CertificateRefusals.ChainInvalid, world =>
            world.JudgeDoctorUnder(world.AuthorityUnder(null, "OTHER ROOT", 1), world.Persons)),
        new("a listed issuer that is not an authority", CertificateRefusals.ChainInvalid, world =>
            world.JudgeDoctorUnder(world.Root, world.AuthorityUnder(world.Root,
                AuthorityNamed("NOT AN AUTHORITY").With(new X509BasicConstraintsExtension(false, false, 0, true))))),
        new("a path longer than allowed", CertificateRefusals.ChainInvalid, world =>
        {
            var middle = world.AuthorityUnder(world.Root, "MIDDLE");
            return world.JudgeDoctorUnder(world.Root, world.AuthorityUnder(middle, "LOW"), middle);
        }),
        Person("a critical extension that nobody knows", CertificateRefusals.ChainInvalid,
            Doctor.With(new X509Extension("2.999.7", [5, 0], true))),
        new("a person under the authority of organisations", CertificateRefusals.KindNotOfIssuer, world => world.JudgeOrganisation(Doctor)),
        new("an organisation under the authority of persons", CertificateRefusals.KindNotOfIssuer, world => world.JudgePerson(Laboratory)),

        // Dates
        Person("one second too old", CertificateRefusals.Expired, Doctor with { NotAfter = Now.AddSeconds(-1) }),
        Person("one second too young", CertificateRefusals.NotYetValid, Doctor with { NotBefore = Now.AddSeconds(1) }),
        new("an expired issuing authority", CertificateRefusals.AuthorityNotCurrent, world => world.JudgeDoctorUnder(world.Root,
            world.AuthorityUnder(world.Root, AuthorityNamed("EXPIRED") with { NotAfter = Now.AddSeconds(-1) }))),
        new("an issuing authority of tomorrow", CertificateRefusals.AuthorityNotCurrent, world => world.JudgeDoctorUnder(world.Root,
            world.AuthorityUnder(world.Root, AuthorityNamed("TOMORROW") with { NotBefore = Now.AddDays(1) }))),
        new("an expired root", CertificateRefusals.AuthorityNotCurrent, world =>
        {
            var root = world.AuthorityUnder(null, AuthorityNamed("OLD ROOT", 1) with { NotAfter = Now.AddSeconds(-1) });
            return world.JudgeDoctorUnder(root, world.AuthorityUnder(root, "UNDER OLD"));
        }),

        // Revocation
        RevokedBy("revoked", (world, doctor) => [ListOf(world.Persons, doctor)]),
        RevokedBy("revoked, beside an older list without it", (world, doctor) => [ListOf(world.Persons, doctor), OlderList(world)]),
        RevokedBy("revoked, after an older list without it", (world, doctor) => [OlderList(world), ListOf(world.Persons, doctor)]),
        new("a revoked issuing authority", CertificateRefusals.Revoked, world =>
            world.JudgeDoctorWith(ListOf(world.Root, world.Persons.Certificate), ListOf(world.Persons))),
        new("no list at all", CertificateRefusals.ListMissing, world => world.JudgeDoctorWith()),
        new("no list of the issuing authority", CertificateRefusals.ListMissing, world => world.JudgeDoctorWith(ListOf(world.Root))),
        new("no list of the root", CertificateRefusals.ListMissing, world => world.JudgeDoctorWith(ListOf(world.Persons))),
        new("the list of another authority", CertificateRefusals.ListMissing, world =>
            world.JudgeDoctorWith(ListOf(world.Root), ListOf(world.Organisations))),
        new("a list that is no list", CertificateRefusals.ListMissing, world => world.JudgeDoctorWith(ListOf(world.Root), [1, 2, 3])),
        new("a list past its grace", CertificateRefusals.ListExpired, world =>
            world.JudgeDoctorWith(ListOf(world.Root), ListOf(world.Persons, Now.AddDays(-2), Now.AddHours(-2).AddSeconds(-1)))),
        new("a root's list past its grace", CertificateRefusals.ListExpired, world =>
            world.JudgeDoctorWith(ListOf(world.Root, Now.AddDays(-2), Now.AddHours(-2).AddSeconds(-1)), ListOf(world.Persons))),
        new("a list of tomorrow", CertificateRefusals.ListNotYetValid, world =>
            world.JudgeDoctorWith(ListOf(world.Root), ListOf(world.Persons, Now.AddSeconds(1), Now.AddDays(1)))),
        List("a list signed by an impostor", world => ListOf(world.AuthorityUnder(null, "PERSONS"))),
        List("a list with one bit changed", world => Altered(ListOf(world.Persons))),
        List("a list that is cut short", world => Cut(ListOf(world.Persons))),
        List("a list signed with SHA-1", world => new WrittenList(world.Persons) { Algorithm = WrittenList.Sha1 }),
        List("a list of two algorithms", world => new WrittenList(world.Persons) { InnerAlgorithm = "1.2.840.10045.4.3.3" }),
        List("a list of another version", world => new WrittenList(world.Persons) { Version = 2 }),
        List("a list without next update", world => new WrittenList(world.Persons) { NextUpdate = null }),
        List("a partial list (issuing distribution point)", world => new WrittenList(world.Persons) { Extensions = [("2.5.29.28", true)] }),
        List("a delta list", world => new WrittenList(world.Persons) { Extensions = [("2.5.29.20", false), ("2.5.29.27", true)] }),
        List("a list of others' certificates",
            world => new WrittenList(world.Persons) { Serial = "4001", EntryExtension = ("2.5.29.29", true) }),
        List("a list with a byte after it", world => new WrittenList(world.Persons) { TrailingByte = true }),

        // Who it is: a person
        Named("neither title nor unit", CertificateRefusals.KindUnclear, WrittenName.OfDoctor(name => Drop(name, NameAttributes.Title))),
        Named("both title and unit", CertificateRefusals.KindUnclear,
            WrittenName.OfDoctor(name => Add(name, NameAttributes.OrganisationalUnit, Lab.IdNatStruct))),
        Named("no CN", CertificateRefusals.IdentityIncomplete, WrittenName.OfDoctor(name => Drop(name, NameAttributes.CommonName))),
        Named("no surname", CertificateRefusals.IdentityIncomplete, WrittenName.OfDoctor(name => Drop(name, NameAttributes.Surname))),
        Named("no given name", CertificateRefusals.IdentityIncomplete, WrittenName.OfDoctor(name => Drop(name, NameAttributes.GivenName))),
        Named("two CN", CertificateRefusals.IdentityAmbiguous,
            WrittenName.OfDoctor(name => Add(name, NameAttributes.CommonName, DevelopmentPeople.Specialist.IdNatPs))),
        Named("the same CN twice", CertificateRefusals.IdentityAmbiguous,
            WrittenName.OfDoctor(name => Add(name, NameAttributes.CommonName, Gp.IdNatPs))),
        Named("two surnames", CertificateRefusals.IdentityAmbiguous,
            WrittenName.OfDoctor(name => Add(name, NameAttributes.Surname, "AUTRE"))),
        Named("two given names", CertificateRefusals.IdentityAmbiguous,
            WrittenName.OfDoctor(name => Add(name, NameAttributes.GivenName, "Autre"))),
        Named("two titles", CertificateRefusals.IdentityAmbiguous,
            WrittenName.OfDoctor(name => Add(name, NameAttributes.Title, "Pharmacien"))),
        Identifier("an RPPS inside the text of CN", $"Camille GENERALISTE RPPS={Gp.IdNatPs[1..]}"),
        Identifier("attributes inside the text of CN", $"X,CN={Gp.IdNatPs}"),
        Identifier("attributes after the RPPS", $"{Gp.IdNatPs},OU=x"),
        Identifier("an RPPS without the 8", Gp.IdNatPs[1..]),
        Identifier("an unknown prefix", "9" + Gp.IdNatPs[1..]),
        Identifier("an ADELI", "0759999999"),
        Identifier("an RPPS with a wrong key", Gp.IdNatPs[..^1] + (char)('0' + (Gp.IdNatPs[^1] - '0' + 1) % 10)),
        Identifier("an RPPS with a digit more, the key right", "8997009001139"),
        Identifier("an RPPS with a digit less, the key right", "89970090016"),
        Identifier("a space before", " " + Gp.IdNatPs),
        Identifier("a space after", Gp.IdNatPs + " "),
        Identifier("a line end after", Gp.IdNatPs + "\n"),
        Identifier("a NUL after", Gp.IdNatPs + "\0"),
        Identifier("full-width digits", FullWidth(Gp.IdNatPs)),
        Identifier("Arabic-Indic digits", string.Concat(Gp.IdNatPs.Select(digit => (char)(digit - '0' + '\u0660')))),
        Identifier("a Cyrillic look-alike of zero", Gp.IdNatPs.Replace('0', '\u041E')),
        Identifier("an invisible mark inside", Gp.IdNatPs.Insert(4, "\u200B")),
        Identifier("an empty CN", ""),
        Identifier("a CN of spaces", "            "),
        Named("digits written as a BMP string", CertificateRefusals.IdentityMalformed,
            WrittenName.WithIdentifierAs(UniversalTagNumber.BMPString)),
        Named("digits written as an IA5 string", CertificateRefusals.IdentityMalformed,
            WrittenName.WithIdentifierAs(UniversalTagNumber.IA5String)),
        Named("digits written as a teletex string", CertificateRefusals.IdentityMalformed,
            WrittenName.WithIdentifierAs(UniversalTagNumber.T61String)),
        Named("a direction mark in the surname", CertificateRefusals.IdentityMalformed, (Gp with { Surname = "ABC\u202EFED" }).ToName()),
        Named("a line end in the surname", CertificateRefusals.IdentityMalformed, (Gp with { Surname = "A\r\nB" }).ToName()),
        Named("a line separator in the surname", CertificateRefusals.IdentityMalformed, (Gp with { Surname = "A\u2028B" }).ToName()),
        Named("a paragraph separator in the surname", CertificateRefusals.IdentityMalformed, (Gp with { Surname = "A\u2029B" }).ToName()),
        Named("an endless given name", CertificateRefusals.IdentityMalformed, (Gp with { GivenName = new string('A', 129) }).ToName()),
        Named("an empty title", CertificateRefusals.IdentityMalformed, (Gp with { Title = "" }).ToName()),
        new("an RPPS in the alternative name only", CertificateRefusals.IdentityMalformed, world =>
            world.JudgePerson(DoctorNamed(WrittenName.WithIdentifier("Camille")).With(EmailOf($"{Gp.IdNatPs}@medecin.example")))),

        // Who it is: a member of staff
        Identifier("staff without employer", "3/AGENT-1"),
        Identifier("staff without number", "3990000028/"),
        Identifier("staff with a long number", "3990000028/" + new string('1', 41)),
        Identifier("staff with an accent in the number", "3990000028/é"),
        Identifier("staff with two slashes", "3990000028/a/b"),
        Identifier("staff of an unknown prefix", "7990000028/a"),
        Identifier("staff of an ADELI practice", "1759999999/a"),
        Identifier("staff of an employer that is not a FINESS", "39900000280/a"),
        Identifier("a slash alone", "/"),

        // Who it is: an organisation
        Structure("no prefix", "990000051"),
        Structure("an ADELI practice", "0759999999"),
        Structure("an unknown structure prefix", "5990000051"),
        Structure("a short FINESS", "199000005"),
        Structure("a FINESS of the wrong letter", "12C0000051"),
        Structure("a FINESS with a small letter", "12a0000051"),
        Structure("a long SIREN", "29999000120"),
        Structure("a short SIRET", "39999000120001"),
        Structure("a SIRET with a letter", "3999900012A0017"),
        Structure("full-width digits in a FINESS", "1" + FullWidth(Lab.IdNatStruct[1..])),
        Structure("a practice with a wrong RPPS", "499700900114001"),
        Structure("a practice without rank", "499700900113"),
        Structure("a registration number of another kind", "0002 187512751"),
        Organisation("two units", CertificateRefusals.IdentityAmbiguous,
            WrittenName.OfLaboratory(name => Add(name, NameAttributes.OrganisationalUnit, "1990000069"))),
        Organisation("no name of organisation", CertificateRefusals.IdentityIncomplete,
            WrittenName.OfLaboratory(name => Drop(name, NameAttributes.Organisation))),
        Organisation("two names of organisation", CertificateRefusals.IdentityAmbiguous,
            WrittenName.OfLaboratory(name => Add(name, NameAttributes.Organisation, "X"))),
        Organisation("no application", CertificateRefusals.IdentityIncomplete,
            WrittenName.OfLaboratory(name => Drop(name, NameAttributes.CommonName))),

        // Directory
        Named("unknown to the directory", CertificateRefusals.ProfessionalUnknown, WrittenName.WithIdentifier("899700900998")),
        Named("struck off", CertificateRefusals.ProfessionalStruckOff, DevelopmentPeople.StruckOff.Subject.ToName()),
        Named("another profession than the directory's", CertificateRefusals.ProfessionDiffers,
            (Gp with { Title = "Pharmacien" }).ToName()),
    ];

    private static RefusedCase Person(string name, CertificateRefusal reason, CertificateOrder order) =>
        new(name, reason, world => world.JudgePerson(order));

    private static RefusedCase Bytes(string name, CertificateOrder order, byte[] from, byte[] to) =>
        new(name, CertificateRefusals.Malformed, world =>
            world.Judge.Judge(world.Kept(Resealed.Certificate(world.Persons, order, from, to)), [], Now));

    private static RefusedCase Named(string name, CertificateRefusal reason, X500DistinguishedName subject) =>
        Person(name, reason, DoctorNamed(subject));

    private static RefusedCase Identifier(string name, string idNatPs) =>
        Named(name, CertificateRefusals.IdentityMalformed, WrittenName.WithIdentifier(idNatPs));

    private static RefusedCase Organisation(string name, CertificateRefusal reason, X500DistinguishedName subject) =>
        new(name, reason, world => world.JudgeOrganisation(LaboratoryNamed(subject)));

    private static RefusedCase Structure(string name, string idNatStruct) =>
        Organisation(name, CertificateRefusals.IdentityMalformed, WrittenName.WithStructure(idNatStruct));

    private static RefusedCase List(string name, Func<HealthAuthorities, byte[]> list) =>
        new(name, CertificateRefusals.ListInvalid, world => world.JudgeDoctorWith(ListOf(world.Root), list(world)));

    private static RefusedCase RevokedBy(string name, Func<HealthAuthorities, X509Certificate2, byte[][]> lists) =>
        new(name, CertificateRefusals.Revoked, world =>
        {
            var doctor = world.Kept(world.Persons.Issue(Doctor));
            return world.JudgeWith(doctor, [ListOf(world.Root), .. lists(world, doctor)]);
        });

    private static byte[] OlderList(HealthAuthorities world) => ListOf(world.Persons, Now.AddHours(-2), Now.AddDays(1));

    private static void Add(List<NameAttribute> name, string type, string value) => name.Add(new(type, value));

    private static void Drop(List<NameAttribute> name, string type) => name.RemoveAll(attribute => attribute.Type == type);

    private static string FullWidth(string digits) => string.Concat(digits.Select(digit => (char)(digit - '0' + '\uFF10')));

    private static X509Extension EmailOf(string address)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress(address);
        return names.Build();
    }

    // The last byte belongs to the signature, of certificates and lists alike.
    private static byte[] Altered(byte[] signed) => [.. signed[..^1], (byte)(signed[^1] ^ 1)];

    private static X509Certificate2 Altered(X509Certificate2 certificate)
    {
        using (certificate)
        {
            return X509CertificateLoader.LoadCertificate(Altered(certificate.RawData));
        }
    }

    // Keeps the outer length true, so that the name of the issuer can still be read.
    private static byte[] Cut(byte[] list)
    {
        var signed = new AsnReader(list, AsnEncodingRules.DER).ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(signed.ReadEncodedValue().Span);
        }

        return writer.Encode();
    }
}
