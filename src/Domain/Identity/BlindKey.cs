using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Identity;

/// <summary>A keyed digest of an identifier (matricule, login): what the platform files people under, so that no name on disk or in a log tells who.</summary>
[JsonConverter(typeof(TextJsonConverter<BlindKey>))]
public readonly record struct BlindKey : IParsable<BlindKey>
{
    /// <summary>How many buckets the keys are spread over (storage design, section 3).</summary>
    public const int Buckets = 65_536;

    private BlindKey(string value) => Value = value;

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public string Value { get; }

    /// <summary>The bucket, 0 to 65,535.</summary>
    public int Bucket => int.Parse(Value.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>The key of <paramref name="ins"/>.</summary>
    public static BlindKey Of(Ins ins, ReadOnlySpan<byte> secret) => Of("ins", ins.ToString(), secret);

    /// <summary>The key of <paramref name="text"/>, an identifier of the kind <paramref name="kind"/>.</summary>
    public static BlindKey Of(string kind, string text, ReadOnlySpan<byte> secret)
    {
        Span<byte> digest = stackalloc byte[32];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{kind}|{text}"), digest);
        return new(Convert.ToHexStringLower(digest[..16]));
    }

    /// <summary>A key in the same bucket that nobody is filed under: what happens to it takes the same work and touches nobody.</summary>
    public BlindKey Decoy()
    {
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"decoy|{Value}"), digest);
        return new(Value[..4] + Convert.ToHexStringLower(digest[..14]));
    }

    /// <inheritdoc/>
    public static BlindKey Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var key) ? key : throw new FormatException("Not a blind key.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BlindKey result)
    {
        var valid = s is { Length: 32 } && s.All(char.IsAsciiHexDigitLower);
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
