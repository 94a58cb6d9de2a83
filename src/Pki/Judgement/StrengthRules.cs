namespace MonEspaceSante.Pki.Judgement;

/// <summary>How strong a certificate's key and signature must be (security rule 10; RGS, ANSSI).</summary>
internal static class StrengthRules
{
    public static CertificateRefusal? Check(CertificateContents certificate) =>
        !certificate.Key.IsStrong ? CertificateRefusals.KeyTooWeak
        : !SignatureAlgorithms.Accepted.ContainsKey(certificate.SignatureAlgorithm) ? CertificateRefusals.SignatureTooWeak
        : null;
}
