using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Judgement;
using MonEspaceSante.Pki.Revocation;

namespace MonEspaceSante.Pki.Tests.Revocation;

public sealed class CrlFolderTests : IDisposable
{
    private readonly OpenedAuthority _opened = new();

    [Fact]
    public void A_revocation_takes_effect_at_the_next_look()
    {
        var gp = _opened.Authority.Load("gp").Certificate;
        Assert.IsType<Verdict.Accepted>(_opened.JudgeFile("gp"));

        _opened.Authority.Revoke(gp.SerialNumber);
        _opened.Clock.Fire();

        Assert.Equal(CertificateRefusals.Revoked, Reason());
        Assert.True(CrlFolder.Period <= TimeSpan.FromMinutes(15), "Rule 11: a session is cut within 15 minutes.");
    }

    [Fact]
    public void A_list_that_is_taken_away_is_missing_at_the_next_look()
    {
        File.Delete(Path.Combine(_opened.Authority.ListsFolder, "persons.crl"));
        _opened.Clock.Fire();

        Assert.Equal(CertificateRefusals.ListMissing, Reason());
    }

    [Fact]
    public void A_list_replaced_by_a_false_one_is_refused_at_the_next_look()
    {
        var path = Path.Combine(_opened.Authority.ListsFolder, "persons.crl");
        var list = File.ReadAllBytes(path);
        list[^1] ^= 1;
        File.WriteAllBytes(path, [.. list]);
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddSeconds(1));
        _opened.Clock.Fire();

        Assert.Equal(CertificateRefusals.ListInvalid, Reason());
    }

    [Fact]
    public void A_folder_that_is_absent_refuses_everybody()
    {
        var lists = new CrlStore(_opened.Authority.Trust);
        using var watch = new CrlFolder(Path.Combine(_opened.Folder, "nowhere"), lists, _opened.Clock);
        var judge = new CertificateJudge(_opened.Authority.Trust, lists, new DevelopmentDirectory());

        var verdict = judge.Judge(_opened.Authority.Load("gp").Certificate, [], _opened.Clock.Now);

        Assert.Equal(CertificateRefusals.ListMissing, Assert.IsType<Verdict.Refused>(verdict).Reason);
    }

    [Fact]
    public void A_folder_that_cannot_be_read_any_more_leaves_the_lists_held()
    {
        Directory.Delete(_opened.Authority.ListsFolder, recursive: true);
        _opened.Clock.Fire();

        Assert.IsType<Verdict.Accepted>(_opened.JudgeFile("gp"));
    }

    [Fact]
    public void Nothing_is_looked_at_once_disposed()
    {
        _opened.Watch.Dispose();
        _opened.Authority.Revoke(_opened.Authority.Load("gp").Certificate.SerialNumber);
        _opened.Clock.Fire();

        Assert.IsType<Verdict.Accepted>(_opened.JudgeFile("gp"));
    }

    public void Dispose() => _opened.Dispose();

    private CertificateRefusal Reason() => Assert.IsType<Verdict.Refused>(_opened.JudgeFile("gp")).Reason;
}
