using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Judgement;
using MonEspaceSante.Pki.Revocation;

namespace MonEspaceSante.Pki.Tests;

/// <summary>A development authority in a folder of its own, and a judge who trusts it; one for each test class.</summary>
public sealed class OpenedAuthority : IDisposable
{
    public OpenedAuthority()
    {
        Clock = new ManualClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        Folder = Directory.CreateTempSubdirectory("pki-").FullName;
        Authority = DevelopmentAuthority.Open(Folder, Clock);
        Lists = new CrlStore(Authority.Trust);
        Watch = new CrlFolder(Authority.ListsFolder, Lists, Clock);
        Judge = new CertificateJudge(Authority.Trust, Lists, new DevelopmentDirectory());
    }

    public string Folder { get; }

    public DevelopmentAuthority Authority { get; }

    public CrlStore Lists { get; }

    public CrlFolder Watch { get; }

    public CertificateJudge Judge { get; }

    internal ManualClock Clock { get; }

    /// <summary>Judges the certificate of that file name, now.</summary>
    public Verdict JudgeFile(string name)
    {
        var (certificate, chain) = Authority.Load(name);
        return Judge.Judge(certificate, [.. chain], Clock.Now);
    }

    public void Dispose()
    {
        Watch.Dispose();
        Authority.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
