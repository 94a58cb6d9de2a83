using System.Diagnostics.CodeAnalysis;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Fhir;

/// <summary>
/// The logical id of a resource of a space: the space's identity and the thing's, 32 hexadecimal digits each, so that a read names its
/// compartment. Both are random: knowing an id gives nothing.
/// </summary>
/// <param name="Space">The space.</param>
/// <param name="Thing">The thing's identity in it.</param>
public readonly record struct ResourceId(SpaceId Space, Guid Thing)
{
    /// <summary>Reads 64 lower-case hexadecimal digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ResourceId id)
    {
        id = default;
        if (text is not { Length: 64 } || !SpaceId.TryParse(text[..32], null, out var space)
            || text.Any(char.IsAsciiLetterUpper) || !Guid.TryParseExact(text[32..], "N", out var thing))
        {
            return false;
        }

        id = new(space, thing);
        return true;
    }

    /// <summary>The 64 digits.</summary>
    public override string ToString() => $"{Space.Value}{Thing:N}";
}
