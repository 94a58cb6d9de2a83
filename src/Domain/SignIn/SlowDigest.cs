using System.Security.Cryptography;
using System.Text;

namespace MonEspaceSante.Domain.SignIn;

/// <summary>Salted slow digests of codes and passwords: PBKDF2-HMAC-SHA-512. Computed by who calls a grain, off the grains' schedulers.</summary>
public static class SlowDigest
{
    // OWASP's floor for PBKDF2-HMAC-SHA-512.
    private const int Iterations = 210_000;
    private const int SaltLength = 16;
    private const int Length = 32;

    /// <summary>A digest of <paramref name="secret"/> with a new salt.</summary>
    public static SecretDigest New(string secret)
    {
        var salt = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SaltLength));
        return new(salt, Of(secret, salt));
    }

    /// <summary>The digest of <paramref name="secret"/> with <paramref name="salt"/>.</summary>
    public static string Of(string secret, string salt) => Convert.ToBase64String(
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(secret.Normalize()), Convert.FromBase64String(salt), Iterations, HashAlgorithmName.SHA512, Length));

    /// <summary>A salt for what does not exist, so that checking it takes as long as checking what does.</summary>
    public static string Decoy() => Convert.ToBase64String(new byte[SaltLength]);
}
