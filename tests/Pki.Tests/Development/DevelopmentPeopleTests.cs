using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Judgement;
using MonEspaceSante.Pki.Professionals;

namespace MonEspaceSante.Pki.Tests.Development;

public sealed class DevelopmentPeopleTests(OpenedAuthority opened) : IClassFixture<OpenedAuthority>
{
    public static TheoryData<string> Practising =>
        [.. DevelopmentPeople.Professionals.Where(person => person.Standing == Standing.Active).Select(person => person.FileName)];

    [Theory]
    [MemberData(nameof(Practising))]
    public void A_professional_is_recognised(string name)
    {
        var person = DevelopmentPeople.Professionals.Single(person => person.FileName == name);

        var accepted = Assert.IsType<Verdict.Accepted>(opened.JudgeFile(name));

        var professional = Assert.IsType<CertifiedProfessional>(accepted.Identity);
        Assert.Equal((person.IdNatPs, person.Rpps, person.Surname, person.GivenName, person.ProfessionLabel),
            (professional.IdNatPs, professional.Rpps, professional.Surname, professional.GivenName, professional.Title));
        Assert.Matches("^[0-9a-f]{64}$", professional.Digest);
    }

    [Theory]
    [InlineData("lab-org", "1990000051")]
    [InlineData("samu-org", "1990000069")]
    [InlineData("insurer-org", "2999900012")]
    public void An_organisation_is_recognised(string name, string idNatStruct)
    {
        var accepted = Assert.IsType<Verdict.Accepted>(opened.JudgeFile(name));

        var organisation = Assert.IsType<CertifiedOrganisation>(accepted.Identity);
        var expected = DevelopmentPeople.Organisations.Single(known => known.FileName == name).Subject;
        Assert.Equal(
            (idNatStruct, expected.Name, expected.Application),
            (organisation.IdNatStruct, organisation.Name, organisation.Application));
    }

    [Fact]
    public void A_CPE_card_makes_a_member_of_staff_and_not_a_professional()
    {
        var accepted = Assert.IsType<Verdict.Accepted>(opened.JudgeFile("secretary"));

        var staff = Assert.IsType<CertifiedStaff>(accepted.Identity);
        Assert.Equal(("3990000028/AGENT-0042", "1990000028"), (staff.IdNatPs, staff.Employer));
    }

    [Fact]
    public void The_certificate_of_the_server_is_not_one_of_a_caller()
    {
        var refused = Assert.IsType<Verdict.Refused>(opened.JudgeFile("server"));

        Assert.Equal(CertificateRefusals.ExtendedKeyUsage, refused.Reason);
    }

    [Fact]
    public void Fictive_numbers_begin_as_test_numbers_do_and_pass_the_Luhn_check() =>
        Assert.All(DevelopmentPeople.Professionals, person =>
        {
            Assert.StartsWith("99700", person.Rpps, StringComparison.Ordinal);
            Assert.True(NationalIdentifiers.IsRpps(person.Rpps));
            Assert.True(NationalIdentifiers.IsStructure(person.IdNatStruct));
        });

    [Fact]
    public void Nobody_shares_a_number_or_a_file()
    {
        Assert.Distinct(DevelopmentPeople.Professionals.Select(person => person.Rpps));
        Assert.Distinct(DevelopmentPeople.Professionals.Select(person => person.FileName)
            .Concat(DevelopmentPeople.Organisations.Select(organisation => organisation.FileName)));
    }
}
