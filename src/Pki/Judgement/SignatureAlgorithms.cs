using System.Collections.Frozen;
using System.Security.Cryptography;

namespace MonEspaceSante.Pki.Judgement;

/// <summary>The signature algorithms that are accepted, on certificates and on revocation lists, with their digest.</summary>
internal static class SignatureAlgorithms
{
    /// <summary>RSA PKCS#1 v1.5 and ECDSA, each with SHA-256, SHA-384 or SHA-512 (RFC 4055, RFC 5758).</summary>
    public static readonly FrozenDictionary<string, HashAlgorithmName> Accepted = new Dictionary<string, HashAlgorithmName>
    {
        ["1.2.840.113549.1.1.11"] = HashAlgorithmName.SHA256,
        ["1.2.840.113549.1.1.12"] = HashAlgorithmName.SHA384,
        ["1.2.840.113549.1.1.13"] = HashAlgorithmName.SHA512,
        ["1.2.840.10045.4.3.2"] = HashAlgorithmName.SHA256,
        ["1.2.840.10045.4.3.3"] = HashAlgorithmName.SHA384,
        ["1.2.840.10045.4.3.4"] = HashAlgorithmName.SHA512,
    }.ToFrozenDictionary();
}
