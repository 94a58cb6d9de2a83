using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Identity;

/// <summary>A professional's number in the shared directory (RPPS): 11 digits, Luhn-checked.</summary>
[JsonConverter(typeof(TextJsonConverter<Rpps>))]
public readonly record struct Rpps : IParsable<Rpps>
{
    private Rpps(string value) => Value = value;

    /// <summary>The 11 digits.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public static Rpps Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var rpps) ? rpps : throw new FormatException("Not an RPPS number.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Rpps result)
    {
        var valid = s is { Length: 11 } && s.All(char.IsAsciiDigit) && LuhnHolds(s);
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool LuhnHolds(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit < 5 ? digit * 2 : (digit * 2) - 9;
        }

        return sum % 10 == 0;
    }
}
