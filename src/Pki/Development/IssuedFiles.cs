using System.Security.Cryptography.X509Certificates;

namespace MonEspaceSante.Pki.Development;

/// <summary>Where an issued certificate was written, and the serial number under which it can be revoked.</summary>
/// <param name="CertificatePath">PEM: the certificate, then its issuing authority.</param>
/// <param name="KeyPath">PEM: the private key, in PKCS#8; readable by its owner only.</param>
/// <param name="SerialNumber">The serial number, in hexadecimal.</param>
public sealed record IssuedFiles(string CertificatePath, string KeyPath, string SerialNumber);

/// <summary>A certificate with its key, and the authorities above it, as a TLS endpoint takes them.</summary>
/// <param name="Certificate">The certificate, with its private key.</param>
/// <param name="Chain">The other certificates of its file: what is presented along with it.</param>
public sealed record CertificateWithChain(X509Certificate2 Certificate, X509Certificate2Collection Chain);
