using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MonEspaceSante.Pki.Judgement;

/// <summary>The short name by which a certificate is traced, bound to tokens and remembered.</summary>
public static class CertificateDigest
{
    /// <summary>SHA-256 of the whole certificate, as 64 lower-case hexadecimal digits.</summary>
    public static string Of(X509Certificate2 certificate)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(certificate.RawDataMemory.Span, digest);
        return Convert.ToHexStringLower(digest);
    }
}
