using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Access;

/// <summary>Whom an authorisation or a block is about: a professional, or a structure as a whole.</summary>
[JsonConverter(typeof(TextJsonConverter<AccessSubject>))]
public readonly record struct AccessSubject : IParsable<AccessSubject>
{
    // Kept apart, not as one text: every decision makes subjects to look up, and must not allocate.
    private readonly char _kind;
    private readonly string? _id;

    private AccessSubject(char kind, string id) => (_kind, _id) = (kind, id);

    /// <summary>A professional.</summary>
    public static AccessSubject Of(ProfessionalId professional) => new('P', professional.Value);

    /// <summary>A structure.</summary>
    public static AccessSubject Of(StructureId structure) => new('S', structure.Value);

    /// <inheritdoc/>
    public static AccessSubject Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var subject) ? subject : throw new FormatException("Not a subject of authorisations.");

    /// <summary>Reads <c>P/</c> and a professional's identifier, or <c>S/</c> and a structure's.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AccessSubject result)
    {
        var valid = s is ['P', '/', ..] && ProfessionalId.TryParse(s[2..], provider, out _)
            || s is ['S', '/', ..] && StructureId.TryParse(s[2..], provider, out _);
        result = valid ? new(s![0], s[2..]) : default;
        return valid;
    }

    /// <summary><c>P/</c> or <c>S/</c> and the identifier.</summary>
    public override string ToString() => _id is null ? "" : $"{_kind}/{_id}";
}
