using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Judgement;
using MonEspaceSante.Pki.Revocation;

namespace MonEspaceSante.Cli.Certificates;

/// <summary>A certificate kept in the folder of the authority.</summary>
/// <param name="Name">The name of its files.</param>
/// <param name="SerialNumber">Its serial number, in hexadecimal.</param>
/// <param name="NotAfter">Its last day.</param>
/// <param name="Standing"><c>accepted</c>, or the code of the refusal that its holder would meet.</param>
internal sealed record KeptCertificate(string Name, string SerialNumber, DateTime NotAfter, string Standing);

/// <summary>Reads the certificates of clients in <paramref name="folder"/> and has each judged as the platform would.</summary>
internal sealed class KeptFolder(string folder, DevelopmentAuthority authority, TimeProvider time)
{
    // The certificate authorities themselves, and the platform's own certificate: neither is a client's.
    private static readonly string[] NotClients = ["ca", "server"];

    /// <summary>The certificates, in the order of their names.</summary>
    public IEnumerable<KeptCertificate> Read()
    {
        var lists = new CrlStore(authority.Trust);
        lists.Replace(Directory.EnumerateFiles(authority.ListsFolder, "*.crl").Select(path => new ReadOnlyMemory<byte>(File.ReadAllBytes(path))));
        var judge = new CertificateJudge(authority.Trust, lists, new DevelopmentDirectory());
        var names = Directory.EnumerateFiles(folder, "*.pem").Select(path => Path.GetFileNameWithoutExtension(path)).Except(NotClients);
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var kept = authority.Load(name);
            using var certificate = kept.Certificate;
            var verdict = judge.Judge(certificate, [.. kept.Chain], time.GetUtcNow());
            yield return new(name, certificate.SerialNumber, certificate.NotAfter, verdict is Verdict.Refused refused ? refused.Reason.Code : "accepted");
        }
    }
}
