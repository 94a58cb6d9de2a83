using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Judgement;
using MonEspaceSante.Pki.Professionals;

namespace MonEspaceSante.Pki.Tests.Development;

public sealed class IssuingTests(OpenedAuthority opened) : IClassFixture<OpenedAuthority>
{
    private static readonly PersonSubject Midwife = new("899700900881", "MAIEUTIQUE", "Andréa", "Sage-femme");

    [Fact]
    public void A_further_person_is_certified_and_can_be_revoked()
    {
        var issued = opened.Authority.ForPerson("midwife", Midwife);

        var (certificate, chain) = opened.Authority.Load("midwife");
        Assert.Equal(new IssuedFiles(PathOf("midwife.pem"), PathOf("midwife.key"), certificate.SerialNumber), issued);
        Assert.True(certificate.HasPrivateKey);
        Assert.Single(chain);
        // The directory does not know her yet: the chain and the identity were good.
        Assert.Equal(CertificateRefusals.ProfessionalUnknown, Assert.IsType<Verdict.Refused>(opened.JudgeFile("midwife")).Reason);

        opened.Authority.Revoke(issued.SerialNumber);
        opened.Watch.Refresh();
        Assert.Equal(CertificateRefusals.Revoked, Assert.IsType<Verdict.Refused>(opened.JudgeFile("midwife")).Reason);
    }

    [Fact]
    public void A_further_person_who_is_added_to_the_directory_is_accepted()
    {
        opened.Authority.ForPerson("midwife", Midwife);
        var directory = new DevelopmentDirectory(new DirectoryEntry(
            "99700900881", Midwife.Surname, Midwife.GivenName, "50", "Sage-femme", null, Standing.Active));
        var judge = new CertificateJudge(opened.Authority.Trust, opened.Lists, directory);

        var verdict = judge.Judge(opened.Authority.Load("midwife").Certificate, [], opened.Clock.Now);

        Assert.Equal("Andréa", Assert.IsType<CertifiedProfessional>(Assert.IsType<Verdict.Accepted>(verdict).Identity).GivenName);
    }

    [Fact]
    public void A_further_organisation_is_certified()
    {
        opened.Authority.ForOrganisation("clinic-org", new("1990000077", "Clinique fictive", "Lyon (69)", "DPI-TEST"));

        var accepted = Assert.IsType<Verdict.Accepted>(opened.JudgeFile("clinic-org"));
        Assert.Equal("1990000077", Assert.IsType<CertifiedOrganisation>(accepted.Identity).IdNatStruct);
    }

    [Theory]
    [InlineData("899700900882")]
    [InlineData("")]
    [InlineData("899700900113 ")]
    public void Nobody_is_certified_under_a_malformed_number(string idNatPs) =>
        Assert.Throws<ArgumentException>("person", () => opened.Authority.ForPerson("nobody", Midwife with { IdNatPs = idNatPs }));

    [Fact]
    public void No_organisation_is_certified_under_a_malformed_number() =>
        Assert.Throws<ArgumentException>(
            "organisation", () => opened.Authority.ForOrganisation("nobody", new("12", "X", "Paris (75)", "X")));

    [Theory]
    [InlineData("")]
    [InlineData("../gp")]
    [InlineData("bad/gp")]
    [InlineData("a b")]
    public void A_name_cannot_lead_out_of_the_folder(string name) =>
        Assert.Throws<ArgumentException>(nameof(name), () => opened.Authority.ForPerson(name, Midwife));

    [Fact]
    public void Loading_what_is_not_there_says_so() =>
        Assert.Throws<FileNotFoundException>(() => opened.Authority.Load("nobody"));

    private string PathOf(string name) => Path.Combine(opened.Folder, name);
}
