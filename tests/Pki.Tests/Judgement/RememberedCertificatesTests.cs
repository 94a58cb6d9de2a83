using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Judgement;
using MonEspaceSante.Pki.Professionals;
using MonEspaceSante.Pki.Revocation;
using static MonEspaceSante.Pki.Tests.HealthAuthorities;

namespace MonEspaceSante.Pki.Tests.Judgement;

/// <summary>A certificate that was accepted once is remembered; what a day can change about it is not.</summary>
public sealed class RememberedCertificatesTests(HealthAuthorities world) : IClassFixture<HealthAuthorities>
{
    [Fact]
    public void It_is_accepted_again_without_its_chain()
    {
        var doctor = world.Kept(world.Persons.Issue(Doctor));

        var first = world.Judge.Judge(doctor, [world.Persons.Certificate], Now);

        Assert.IsType<Verdict.Accepted>(first);
        Assert.Equal(first, world.Judge.Judge(doctor, [], Now));
    }

    [Fact]
    public void It_expires_all_the_same()
    {
        var doctor = world.Kept(world.Persons.Issue(Doctor with { NotAfter = Now.AddMinutes(1) }));
        Assert.IsType<Verdict.Accepted>(world.Judge.Judge(doctor, [], Now));

        Assert.Equal(CertificateRefusals.Expired, ReasonOf(world.Judge.Judge(doctor, [], Now.AddMinutes(2))));
    }

    [Fact]
    public void It_is_not_valid_before_its_time_all_the_same()
    {
        var doctor = world.Kept(world.Persons.Issue(Doctor with { NotBefore = Now }));
        Assert.IsType<Verdict.Accepted>(world.Judge.Judge(doctor, [], Now));

        Assert.Equal(CertificateRefusals.NotYetValid, ReasonOf(world.Judge.Judge(doctor, [], Now.AddSeconds(-1))));
    }

    [Fact]
    public void A_list_that_expires_stops_it()
    {
        var doctor = world.Kept(world.Persons.Issue(Doctor));
        Assert.IsType<Verdict.Accepted>(world.Judge.Judge(doctor, [], Now));

        Assert.Equal(CertificateRefusals.ListExpired, ReasonOf(world.Judge.Judge(doctor, [], Now.AddDays(2))));
    }

    [Fact]
    public void A_revocation_stops_it()
    {
        var lists = new CrlStore(world.Trust);
        lists.Replace(Bytes(ListOf(world.Root), ListOf(world.Persons)));
        var judge = new CertificateJudge(world.Trust, lists, new DevelopmentDirectory());
        var doctor = world.Kept(world.Persons.Issue(Doctor));
        Assert.IsType<Verdict.Accepted>(judge.Judge(doctor, [], Now));

        lists.Replace(Bytes(ListOf(world.Root), ListOf(world.Persons, doctor)));

        Assert.Equal(CertificateRefusals.Revoked, ReasonOf(judge.Judge(doctor, [], Now)));
    }

    [Fact]
    public void A_professional_struck_off_meanwhile_is_refused()
    {
        var directory = new ChangingDirectory();
        var lists = new CrlStore(world.Trust);
        lists.Replace(Bytes(ListOf(world.Root), ListOf(world.Persons)));
        var judge = new CertificateJudge(world.Trust, lists, directory);
        var doctor = world.Kept(world.Persons.Issue(Doctor));
        Assert.IsType<Verdict.Accepted>(judge.Judge(doctor, [], Now));

        directory.Standing = Standing.StruckOff;

        Assert.Equal(CertificateRefusals.ProfessionalStruckOff, ReasonOf(judge.Judge(doctor, [], Now)));
    }

    [Fact]
    public void A_refused_certificate_is_examined_again_and_never_accepted()
    {
        var impostor = world.Kept(world.AuthorityUnder(null, "PERSONS").Issue(Doctor));

        Assert.All(
            Enumerable.Range(0, 3), _ => Assert.Equal(CertificateRefusals.ChainInvalid, ReasonOf(world.Judge.Judge(impostor, [], Now))));
    }

    [Fact]
    public async Task Many_threads_may_judge_at_once()
    {
        var good = world.Kept(world.Persons.Issue(Doctor));
        var bad = world.Kept(world.AuthorityUnder(null, "PERSONS").Issue(Doctor));

        var verdicts = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(i => Task.Run(() => world.Judge.Judge(i % 2 == 0 ? good : bad, [], Now))));

        Assert.Equal(32, verdicts.OfType<Verdict.Accepted>().Count());
        Assert.Equal(32, verdicts.OfType<Verdict.Refused>().Count());
    }

    private static CertificateRefusal ReasonOf(Verdict verdict) => Assert.IsType<Verdict.Refused>(verdict).Reason;

    private static IEnumerable<ReadOnlyMemory<byte>> Bytes(params byte[][] lists) => lists.Select(list => new ReadOnlyMemory<byte>(list));

    private sealed class ChangingDirectory : IProfessionalDirectory
    {
        public Standing Standing { get; set; } = Standing.Active;

        public DirectoryEntry? Find(string rpps) => new DevelopmentDirectory().Find(rpps)! with { Standing = Standing };
    }
}
