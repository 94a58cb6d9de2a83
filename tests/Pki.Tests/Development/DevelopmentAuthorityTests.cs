using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Judgement;

namespace MonEspaceSante.Pki.Tests.Development;

public sealed class DevelopmentAuthorityTests : IDisposable
{
    private static readonly PersonSubject Midwife = new("899700900881", "MAIEUTIQUE", "Andréa", "Sage-femme");
    private readonly OpenedAuthority _opened = new();

    [Fact]
    public void An_existing_folder_is_kept_as_it_is()
    {
        var before = Files();

        Reopen();

        Assert.Equal(before, Files());
    }

    [Fact]
    public void A_piece_that_is_missing_is_made_anew_and_the_others_are_kept()
    {
        var before = Files();
        File.Delete(PathOf("gp.key"));
        File.Delete(PathOf("server.pem"));
        File.Delete(PathOf("crl/organisations.crl"));

        Reopen();

        var after = Files();
        Assert.Equal(before.Keys, after.Keys);
        Assert.Equal(before["nurse.pem"], after["nurse.pem"]);
        Assert.NotEqual(before["gp.pem"], after["gp.pem"]);
        Assert.NotEqual(before["server.key"], after["server.key"]);
    }

    [Fact]
    public void A_file_that_is_damaged_is_made_anew()
    {
        File.WriteAllText(PathOf("nurse.pem"), "damaged");
        File.WriteAllText(PathOf("bad/revoked.key"), "damaged");
        File.WriteAllBytes(PathOf("crl/persons.crl"), [1, 2, 3]);

        Reopen();

        AssertEverythingIsAsItShould(new OpenedFolder(_opened));
    }

    [Fact]
    public void Whatever_has_expired_is_made_anew()
    {
        _opened.Clock.Now = _opened.Clock.Now.AddYears(4);

        Reopen();

        AssertEverythingIsAsItShould(new OpenedFolder(_opened));
    }

    [Fact]
    public void When_the_root_has_expired_all_is_made_anew()
    {
        _opened.Clock.Now = _opened.Clock.Now.AddYears(21);

        Reopen();

        AssertEverythingIsAsItShould(new OpenedFolder(_opened));
    }

    [Fact]
    public void What_was_revoked_stays_revoked_when_the_lists_are_renewed()
    {
        var nurse = _opened.Authority.Load("nurse").Certificate;
        _opened.Authority.Revoke(nurse.SerialNumber);
        _opened.Clock.Now = _opened.Clock.Now.AddDays(89);

        Reopen();

        Assert.Equal("certificate-revoked", new OpenedFolder(_opened).CodeOf("nurse"));
        Assert.Null(new OpenedFolder(_opened).CodeOf("gp"));
    }

    [Fact]
    public void Revoking_twice_changes_nothing()
    {
        var nurse = _opened.Authority.Load("nurse").Certificate;
        _opened.Authority.Revoke(nurse.SerialNumber);
        var once = Files();

        _opened.Authority.Revoke(nurse.SerialNumber);

        Assert.Equal(once, Files());
    }

    [Fact]
    public void A_further_person_is_certified_and_can_be_revoked()
    {
        var issued = _opened.Authority.ForPerson("midwife", Midwife);

        var (certificate, chain) = _opened.Authority.Load("midwife");
        Assert.Equal(new IssuedFiles(PathOf("midwife.pem"), PathOf("midwife.key"), certificate.SerialNumber), issued);
        Assert.True(certificate.HasPrivateKey);
        Assert.Single(chain);
        // The directory does not know her yet: the chain and the identity were good.
        Assert.Equal(CertificateRefusals.ProfessionalUnknown, Assert.IsType<Verdict.Refused>(_opened.JudgeFile("midwife")).Reason);

        _opened.Authority.Revoke(issued.SerialNumber);
        _opened.Watch.Refresh();
        Assert.Equal(CertificateRefusals.Revoked, Assert.IsType<Verdict.Refused>(_opened.JudgeFile("midwife")).Reason);
    }

    [Fact]
    public void A_further_person_who_is_added_to_the_directory_is_accepted()
    {
        _opened.Authority.ForPerson("midwife", Midwife);
        var directory = new DevelopmentDirectory(new Professionals.DirectoryEntry(
            "99700900881", Midwife.Surname, Midwife.GivenName, "50", "Sage-femme", null, Professionals.Standing.Active));
        var judge = new CertificateJudge(_opened.Authority.Trust, _opened.Lists, directory);

        var verdict = judge.Judge(_opened.Authority.Load("midwife").Certificate, [], _opened.Clock.Now);

        Assert.Equal("Andréa", Assert.IsType<CertifiedProfessional>(Assert.IsType<Verdict.Accepted>(verdict).Identity).GivenName);
    }

    [Fact]
    public void A_further_organisation_is_certified()
    {
        _opened.Authority.ForOrganisation("clinic-org", new("1990000077", "Clinique fictive", "Lyon (69)", "DPI-TEST"));

        var accepted = Assert.IsType<Verdict.Accepted>(_opened.JudgeFile("clinic-org"));
        Assert.Equal("1990000077", Assert.IsType<CertifiedOrganisation>(accepted.Identity).IdNatStruct);
    }

    [Theory]
    [InlineData("899700900882")]
    [InlineData("")]
    [InlineData("899700900113 ")]
    public void Nobody_is_certified_under_a_malformed_number(string idNatPs) =>
        Assert.Throws<ArgumentException>("person", () => _opened.Authority.ForPerson("nobody", Midwife with { IdNatPs = idNatPs }));

    [Fact]
    public void No_organisation_is_certified_under_a_malformed_number() =>
        Assert.Throws<ArgumentException>(
            "organisation", () => _opened.Authority.ForOrganisation("nobody", new("12", "X", "Paris (75)", "X")));

    [Theory]
    [InlineData("")]
    [InlineData("../gp")]
    [InlineData("bad/gp")]
    [InlineData("a b")]
    public void A_name_cannot_lead_out_of_the_folder(string name) =>
        Assert.Throws<ArgumentException>(nameof(name), () => _opened.Authority.ForPerson(name, Midwife));

    [Fact]
    public void Loading_what_is_not_there_says_so() =>
        Assert.Throws<FileNotFoundException>(() => _opened.Authority.Load("nobody"));

    [Fact]
    public void The_server_answers_for_the_local_names_under_the_published_authority()
    {
        var (server, served) = _opened.Authority.Load("server");
        var published = new X509Certificate2Collection();
        published.ImportFromPemFile(PathOf("ca.pem"));
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = _opened.Clock.Now.UtcDateTime;
        chain.ChainPolicy.CustomTrustStore.AddRange(published);
        chain.ChainPolicy.ExtraStore.AddRange(served);

        Assert.True(chain.Build(server));
        Assert.All(["localhost", "127.0.0.1", "::1"], name => Assert.True(server.MatchesHostname(name), name));
        Assert.True(server.HasPrivateKey);
    }

    [Fact]
    public void Keys_can_be_read_by_their_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var path in Directory.GetFiles(_opened.Folder, "*.key", SearchOption.AllDirectories))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    public void Dispose() => _opened.Dispose();

    private void Reopen() => DevelopmentAuthority.Open(_opened.Folder, _opened.Clock).Dispose();

    private string PathOf(string name) => Path.Combine(_opened.Folder, name);

    private SortedDictionary<string, string> Files() => new(
        Directory.GetFiles(_opened.Folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                path => Path.GetRelativePath(_opened.Folder, path).Replace('\\', '/'),
                path => Convert.ToBase64String(File.ReadAllBytes(path))),
        StringComparer.Ordinal);

    private static void AssertEverythingIsAsItShould(OpenedFolder folder)
    {
        string[] good = ["gp", "specialist", "optician", "pharmacist", "nurse", "secretary", "lab-org", "samu-org", "insurer-org"];
        Assert.All(good, name => Assert.Null(folder.CodeOf(name)));
        Assert.Equal("certificate-expired", folder.CodeOf("bad/expired"));
        Assert.Equal("certificate-not-yet-valid", folder.CodeOf("bad/not-yet-valid"));
        Assert.Equal("certificate-revoked", folder.CodeOf("bad/revoked"));
        Assert.Equal("certificate-extended-key-usage", folder.CodeOf("bad/wrong-eku"));
        Assert.Equal("certificate-issuer-not-an-authority", folder.CodeOf("bad/issued-by-client-certificate"));
    }

    /// <summary>The folder as a process that starts now finds it.</summary>
    private sealed class OpenedFolder
    {
        private readonly OpenedAuthority _opened;
        private readonly DevelopmentAuthority _authority;
        private readonly CertificateJudge _judge;

        public OpenedFolder(OpenedAuthority opened)
        {
            _opened = opened;
            _authority = DevelopmentAuthority.Open(opened.Folder, opened.Clock);
            var lists = new Pki.Revocation.CrlStore(_authority.Trust);
            new Pki.Revocation.CrlFolder(_authority.ListsFolder, lists, opened.Clock).Dispose();
            _judge = new CertificateJudge(_authority.Trust, lists, new DevelopmentDirectory());
        }

        /// <summary>The code of refusal of that certificate, or null where it is accepted.</summary>
        public string? CodeOf(string name)
        {
            var (certificate, chain) = _authority.Load(name);
            return _judge.Judge(certificate, [.. chain], _opened.Clock.Now) is Verdict.Refused refused ? refused.Reason.Code : null;
        }
    }
}
