using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MonEspaceSante.Domain.Accounts;

/// <summary>An authenticator app that makes one-time codes from a shared secret and the time (RFC 6238: SHA-1, six digits, steps of 30 s).</summary>
/// <param name="Secret">The shared secret, in base32. Kept readable, since it is needed at each check: the journal that holds it is encrypted.</param>
/// <param name="Confirmed">Whether the owner has shown that their app has it.</param>
/// <param name="LastStep">The step of the last code that was taken: none of it or before it is taken again.</param>
public sealed record Authenticator(string Secret, bool Confirmed, long LastStep)
{
    /// <summary>Bytes of a secret (RFC 4226: 160 bits recommended).</summary>
    public const int SecretLength = 20;

    // One step of clock difference each way (RFC 6238, section 5.2).
    private const int Tolerance = 1;
    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A secret of <paramref name="bytes"/>, in base32 (RFC 4648) as apps read it.</summary>
    public static string SecretOf(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var octet in bytes)
        {
            (buffer, bits) = (((buffer << 8) | octet) & 0xFFFF, bits + 8);
            for (; bits >= 5; bits -= 5)
            {
                text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            }
        }

        return text.ToString();
    }

    /// <summary>The code of <paramref name="secret"/> at <paramref name="step"/>.</summary>
    public static string CodeAt(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[20];

        // What apps speak: RFC 6238 as all of them implement it. HMAC does not rest on what SHA-1 has lost.
#pragma warning disable CA5350
        HMACSHA1.HashData(Bytes(secret), counter, mac);
#pragma warning restore CA5350
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 15)..]) & int.MaxValue;
        return (number % Modulus).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>The step at <paramref name="at"/>.</summary>
    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The step that <paramref name="code"/> is right for, if it is for one that may still be taken.</summary>
    public long? StepOf(string code, DateTimeOffset at)
    {
        for (var step = Math.Max(StepAt(at) - Tolerance, LastStep + 1); step <= StepAt(at) + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeAt(Secret, step)), Encoding.UTF8.GetBytes(code)))
            {
                return step;
            }
        }

        return null;
    }

    private static byte[] Bytes(string secret)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var letter in secret)
        {
            (buffer, bits) = (((buffer << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xFFF, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
