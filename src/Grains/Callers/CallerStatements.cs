using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Grains.Callers;

/// <summary>
/// Caller statements: who calls which grain, signed by the component that has authenticated them. One statement serves one call, within seconds.
/// </summary>
/// <param name="key">The 256-bit key shared by the components of the platform.</param>
/// <param name="time">Dates statements.</param>
public sealed class CallerStatements(ReadOnlyMemory<byte> key, TimeProvider time)
{
    /// <summary>How long a statement is good for (security design, rule 18: at most 60 s); spent ones are remembered as long.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(20);

    // expires (8) · nonce (16) · audience digest (16) · caller JSON · HMAC-SHA-256 (32)
    private const int HeaderLength = 8 + NonceLength + AudienceLength;
    private const int NonceLength = 16;
    private const int AudienceLength = 16;
    private const int SignatureLength = 32;

    private readonly ConcurrentDictionary<UInt128, long> _spent = new();
    private long _nextSweep;

    /// <summary>Signs that <paramref name="caller"/> calls <paramref name="audience"/>, a grain and one of its methods.</summary>
    public string Sign(Caller caller, string audience)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(caller, DomainJson.Default.Caller);
        var statement = new byte[HeaderLength + json.Length + SignatureLength];
        BitConverter.TryWriteBytes(statement, (time.GetUtcNow() + Lifetime).UtcTicks);
        RandomNumberGenerator.Fill(statement.AsSpan(8, NonceLength));
        AudienceDigest(audience, statement.AsSpan(8 + NonceLength, AudienceLength));
        json.CopyTo(statement, HeaderLength);
        HMACSHA256.HashData(key.Span, statement.AsSpan(0, HeaderLength + json.Length), statement.AsSpan(HeaderLength + json.Length));
        return Convert.ToBase64String(statement);
    }

    /// <summary>Whom <paramref name="statement"/> proves to be calling <paramref name="audience"/>.</summary>
    /// <exception cref="CallerStatementException">It is missing, forged, expired, for another call, or was used before.</exception>
    public Caller Verify(string? statement, string audience)
    {
        if (statement is null)
        {
            throw new CallerStatementException("The call carries no caller statement.");
        }

        var bytes = new byte[((statement.Length + 3) / 4) * 3];
        if (!Convert.TryFromBase64String(statement, bytes, out var length) || length <= HeaderLength + SignatureLength)
        {
            throw new CallerStatementException("The caller statement cannot be read.");
        }

        var signed = bytes.AsSpan(0, length - SignatureLength);
        Span<byte> signature = stackalloc byte[SignatureLength];
        HMACSHA256.HashData(key.Span, signed, signature);
        if (!CryptographicOperations.FixedTimeEquals(signature, bytes.AsSpan(length - SignatureLength, SignatureLength)))
        {
            throw new CallerStatementException("The caller statement is forged.");
        }

        var now = time.GetUtcNow().UtcTicks;
        var expires = BitConverter.ToInt64(bytes);
        if (expires <= now || expires > now + (2 * Lifetime.Ticks))
        {
            throw new CallerStatementException("The caller statement has expired.");
        }

        Span<byte> expected = stackalloc byte[AudienceLength];
        AudienceDigest(audience, expected);
        if (!expected.SequenceEqual(bytes.AsSpan(8 + NonceLength, AudienceLength)))
        {
            throw new CallerStatementException("The caller statement is for another call.");
        }

        if (!_spent.TryAdd(new UInt128(BitConverter.ToUInt64(bytes, 8), BitConverter.ToUInt64(bytes, 16)), expires))
        {
            throw new CallerStatementException("The caller statement was used before.");
        }

        Sweep(now);
        return JsonSerializer.Deserialize(signed[HeaderLength..], DomainJson.Default.Caller)
            ?? throw new CallerStatementException("The caller statement names nobody.");
    }

    private static void AudienceDigest(string audience, Span<byte> destination)
    {
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(audience), digest);
        digest[..AudienceLength].CopyTo(destination);
    }

    // Expired nonces are refused by their date already: they are forgotten now and then.
    private void Sweep(long now)
    {
        var due = Interlocked.Read(ref _nextSweep);
        if (now < due || Interlocked.CompareExchange(ref _nextSweep, now + Lifetime.Ticks, due) != due)
        {
            return;
        }

        foreach (var (nonce, expires) in _spent)
        {
            if (expires <= now)
            {
                _spent.TryRemove(nonce, out _);
            }
        }
    }
}
