using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Identity;

/// <summary>The national identifier of a professional (idNat_PS): a digit for its kind, then the identifier. 8 is followed by an RPPS number.</summary>
/// <remarks>Kinds 0, 1, 3, 4, 5, 6 and 8: PSIdNat of the PDSm-for-DMP guide.</remarks>
[JsonConverter(typeof(TextJsonConverter<ProfessionalId>))]
public readonly record struct ProfessionalId : IParsable<ProfessionalId>
{
    /// <summary>The FHIR system of the identifier.</summary>
    public const string System = "urn:oid:1.2.250.1.71.4.2.1";

    private ProfessionalId(string value) => Value = value;

    /// <summary>The whole identifier, kind included.</summary>
    public string Value { get; }

    /// <summary>The RPPS number, where it is one.</summary>
    public Rpps? Rpps => Value is ['8', ..] ? Identity.Rpps.Parse(Value[1..], null) : null;

    /// <summary>The identifier of the professional with the number <paramref name="rpps"/>.</summary>
    public static ProfessionalId Of(Rpps rpps) => new("8" + rpps.Value);

    /// <inheritdoc/>
    public static ProfessionalId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not a professional's national identifier.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProfessionalId result)
    {
        var valid = s is { Length: >= 9 and <= 32 } && s.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-') && s[0] switch
        {
            '8' => Identity.Rpps.TryParse(s[1..], null, out _),
            '0' => s.Length == 10 && s.All(char.IsAsciiDigit),
            '1' or '3' or '4' or '5' or '6' => true,
            _ => false,
        };
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The national identifier of a structure (idNat_Struct): a digit for its kind (1 FINESS, 2 SIREN, 3 SIRET, 4 RPPS and rank, 0 ADELI practice), then the identifier.</summary>
[JsonConverter(typeof(TextJsonConverter<StructureId>))]
public readonly record struct StructureId : IParsable<StructureId>
{
    /// <summary>The FHIR system of the identifier.</summary>
    public const string System = "urn:oid:1.2.250.1.71.4.2.2";

    private StructureId(string value) => Value = value;

    /// <summary>The whole identifier, kind included.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public static StructureId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not a structure's national identifier.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StructureId result)
    {
        var valid = s is not null && s.All(char.IsAsciiLetterOrDigit) && s switch
        {
            ['1', ..] => s.Length == 10,
            ['2', ..] => s.Length == 10,
            ['3', ..] => s.Length == 15,
            ['4', ..] => s.Length is >= 12 and <= 16,
            ['0', ..] => s.Length is >= 9 and <= 14,
            _ => false,
        };
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
