using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MonEspaceSante.Domain.Accounts;
using MonEspaceSante.Domain.SignIn;

namespace MonEspaceSante.Api.Credentials;

/// <summary>Hashes of passwords, by ASP.NET Core Identity: PBKDF2-HMAC-SHA-512. Computed here, off the grains' schedulers.</summary>
internal sealed class Passwords
{
    // OWASP's floor for PBKDF2-HMAC-SHA-512.
    private const int Iterations = 210_000;

    private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly string _decoy;

    public Passwords() => _decoy = Hash(RandomNumberGenerator.GetHexString(32));

    /// <summary>A hash of <paramref name="password"/> with a salt of its own.</summary>
    public string Hash(string password) => _hasher.HashPassword(null!, password.Normalize());

    /// <summary>Checks <paramref name="password"/> against <paramref name="hash"/>; takes as long where there is none.</summary>
    public Evidence.Password Check(string? password, string? hash)
    {
        var verified = _hasher.VerifyHashedPassword(null!, hash ?? _decoy, (password ?? "").Normalize());
        return new(hash, hash is not null && verified is not PasswordVerificationResult.Failed);
    }

    /// <summary>What was kept as salt and digest before, in the form that Identity reads (its version 3): the function and its cost are the same.</summary>
    public static string Of(SecretDigest former)
    {
        const byte Version = 1;
        const uint HmacSha512 = 2;
        const int HeaderLength = 13;
        var (salt, digest) = (Convert.FromBase64String(former.Salt), Convert.FromBase64String(former.Digest));
        var hash = new byte[HeaderLength + salt.Length + digest.Length];
        hash[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(1), HmacSha512);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(5), Iterations);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(9), (uint)salt.Length);
        salt.CopyTo(hash, HeaderLength);
        digest.CopyTo(hash, HeaderLength + salt.Length);
        return Convert.ToBase64String(hash);
    }
}
