using System.Security.Cryptography.X509Certificates;
using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Judgement;

namespace MonEspaceSante.Pki.Tests.Development;

public sealed class DevelopmentAuthorityTests : IDisposable
{
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
