using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>The identity of a space: 128 random bits as 32 lower-case hexadecimal digits. Knowing one gives nothing, and it says nothing of the person.</summary>
[JsonConverter(typeof(TextJsonConverter<SpaceId>))]
public readonly record struct SpaceId : IParsable<SpaceId>
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private SpaceId(string value) => Value = value;

    /// <summary>The 32 digits.</summary>
    public string Value { get; }

    /// <summary>A new identity.</summary>
    public static SpaceId Random() => new(RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <inheritdoc/>
    public static SpaceId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not the identity of a space.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SpaceId result)
    {
        var valid = s is { Length: 32 } && !s.AsSpan().ContainsAnyExcept(HexDigits);
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
