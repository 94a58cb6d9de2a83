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

/// <summary>A certificate at the edge of the rules, and the national identifier that it must be taken for.</summary>
internal sealed record AcceptedCase(string Name, string Identifier, Func<HealthAuthorities, Verdict> Judge);

/// <summary>What must not be refused: without these, a judge who refuses everybody would pass.</summary>
internal static class AcceptedCases
{
    public static readonly ImmutableArray<AcceptedCase> All =
    [
        Doctors("a doctor", Doctor),
        Doctors("RSA of 2048 bits", Doctor with { NewKey = () => RSA.Create(2048) }),
        Doctors("P-384", Doctor with { NewKey = () => ECDsa.Create(ECCurve.NamedCurves.nistP384) }),
        Doctors("P-521", Doctor with { NewKey = () => ECDsa.Create(ECCurve.NamedCurves.nistP521) }),
        Doctors("SHA-384", Doctor with { Hash = HashAlgorithmName.SHA384 }),
        Doctors("SHA-512", Doctor with { Hash = HashAlgorithmName.SHA512 }),
        Doctors("several usages, client authentication among them",
            Doctor.With(CertificateOrder.Purposes("1.3.6.1.5.5.7.3.4", CertificateOrder.ClientAuthentication))),
        Doctors("several policies, one of them allowed",
            Doctor.With(CertificateOrder.Policies("2.999.9", DevelopmentAuthority.PersonPolicy))),
        Doctors("no basic constraints", Doctor.Without("2.5.29.19")),
        Doctors("an unknown extension that is not critical", Doctor.With(new X509Extension("2.999.7", [5, 0], false))),
        Doctors("the very last second", Doctor with { NotAfter = Now }),
        Doctors("the very first second", Doctor with { NotBefore = Now }),
        Doctors("valid beyond 2050", Doctor with { NotAfter = Now.AddYears(40) }),
        Doctors("each attribute in an RDN of its own", DoctorNamed(WrittenName.OfDoctor(_ => { }))),
        Doctors("a multi-valued RDN out of order", DoctorNamed(WrittenName.Unsorted())),
        Doctors("digits written as a printable string", DoctorNamed(WrittenName.WithIdentifierAs(UniversalTagNumber.PrintableString))),
        Doctors("a CN inside the text of the surname",
            DoctorNamed((Gp with { Surname = $"X, CN={DevelopmentPeople.Specialist.IdNatPs}" }).ToName())),
        new("an RSA hierarchy, lists included", Gp.IdNatPs, world =>
        {
            var root = world.AuthorityUnder(null, AuthorityNamed("RSA ROOT", 1) with { NewKey = () => RSA.Create(2048) });
            var issuer = world.AuthorityUnder(root, AuthorityNamed("RSA ISSUER") with { NewKey = () => RSA.Create(2048) });
            return world.JudgeDoctorUnder(root, issuer);
        }),
        new("three levels of authorities, all listed", Gp.IdNatPs, world =>
        {
            var root = world.AuthorityUnder(null, "TALL ROOT", 2);
            var middle = world.AuthorityUnder(root, "TALL MIDDLE", 1);
            return world.JudgeDoctorUnder(root, world.AuthorityUnder(middle, "TALL LOW"), middle);
        }),
        new("two listed authorities of one name (a change of key)", Gp.IdNatPs, world =>
            world.JudgeDoctorUnder(world.Root, world.AuthorityUnder(world.Root, "RENEWED"), world.AuthorityUnder(world.Root, "RENEWED"))),
        new("an authority of another name presented besides", Gp.IdNatPs, world =>
            world.Judge.Judge(world.Kept(world.Persons.Issue(Doctor)), [world.AuthorityUnder(null, "NOISE").Certificate], Now)),

        new("a list at the end of its grace", Gp.IdNatPs, world =>
            world.JudgeDoctorWith(ListOf(world.Root), ListOf(world.Persons, Now.AddDays(-2), Now.AddHours(-2)))),
        new("a list of this second", Gp.IdNatPs, world =>
            world.JudgeDoctorWith(ListOf(world.Root), ListOf(world.Persons, Now, Now.AddDays(1)))),
        new("a list that revokes somebody else", Gp.IdNatPs, world =>
            world.JudgeDoctorWith(ListOf(world.Root), ListOf(world.Persons, world.Kept(world.Persons.Issue(Doctor))))),
        new("a list written by hand", Gp.IdNatPs, world => world.JudgeDoctorWith(ListOf(world.Root), new WrittenList(world.Persons))),
        new("a list that names somebody, with a reason", Gp.IdNatPs, world =>
            world.JudgeDoctorWith(
                ListOf(world.Root), new WrittenList(world.Persons) { Serial = "4001", EntryExtension = ("2.5.29.21", false) })),
        new("a genuine list beside a false one", Gp.IdNatPs, world =>
            world.JudgeDoctorWith(ListOf(world.Root), ListOf(world.AuthorityUnder(null, "PERSONS")), ListOf(world.Persons))),
        new("a false list after a genuine one", Gp.IdNatPs, world =>
            world.JudgeDoctorWith(ListOf(world.Root), ListOf(world.Persons), ListOf(world.AuthorityUnder(null, "PERSONS")))),

        Staff("of a structure known by FINESS", "3990000028/AGENT-0042"),
        Staff("of a Corsican structure", "32A0000014/7"),
        Staff("of a company known by SIREN", "4999900012/a.b_c"),
        Staff("of a company known by SIRET", "599990001200017/42"),
        Staff("of a practice known by RPPS and rank", "699700900113001/42"),

        Structure("known by FINESS", "1990000051"),
        Structure("in Corsica, 2A", "12A0000014"),
        Structure("in Corsica, 2B", "12B0000014"),
        Structure("known by SIREN", "2999900012"),
        Structure("known by SIRET", "399990001200017"),
        Structure("known by RPPS and rank", "499700367909006"),
    ];

    public static string IdentifierOf(CertifiedIdentity identity) => identity switch
    {
        CertifiedProfessional professional => professional.IdNatPs,
        CertifiedStaff staff => staff.IdNatPs,
        CertifiedOrganisation organisation => organisation.IdNatStruct,
        _ => throw new ArgumentOutOfRangeException(nameof(identity)),
    };

    private static AcceptedCase Doctors(string name, CertificateOrder order) => new(name, Gp.IdNatPs, world => world.JudgePerson(order));

    private static AcceptedCase Staff(string name, string idNatPs) =>
        new("staff " + name, idNatPs, world => world.JudgePerson(DoctorNamed(WrittenName.WithIdentifier(idNatPs))));

    private static AcceptedCase Structure(string name, string idNatStruct) =>
        new("an organisation " + name, idNatStruct, world =>
            world.JudgeOrganisation(LaboratoryNamed(WrittenName.WithStructure(idNatStruct))));
}
