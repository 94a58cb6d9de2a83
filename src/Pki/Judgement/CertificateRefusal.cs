namespace MonEspaceSante.Pki.Judgement;

/// <summary>Why a certificate was not accepted.</summary>
/// <param name="Code">Stable code, such as <c>certificate-expired</c>; clients and traces may rely on it.</param>
/// <param name="English">One sentence that a human can act on, in English.</param>
/// <param name="French">The same sentence in French.</param>
public sealed record CertificateRefusal(string Code, string English, string French);
