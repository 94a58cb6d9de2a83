using MonEspaceSante.Pki.Identities;
using MonEspaceSante.Pki.Professionals;

namespace MonEspaceSante.Pki.Judgement;

/// <summary>What <see cref="CertificateJudge"/> says of a certificate: whom it proves, or why it is refused.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>The certificate proves <paramref name="Identity"/> at the time of judgement.</summary>
    /// <param name="Identity">The proven professional, member of staff or organisation.</param>
    /// <param name="Entry">What the directory said of a professional at that time; <see langword="null"/> for others.</param>
    public sealed record Accepted(CertifiedIdentity Identity, DirectoryEntry? Entry) : Verdict;

    /// <summary>The certificate proves nobody.</summary>
    /// <param name="Reason">The first reason found.</param>
    /// <param name="Digest">SHA-256 of the certificate, in hexadecimal: all that the trace of the refusal keeps of it.</param>
    public sealed record Refused(CertificateRefusal Reason, string Digest) : Verdict;
}
