using System.Globalization;
using MonEspaceSante.Domain.Federation;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Oidc;

namespace MonEspaceSante.Api.Federation;

/// <summary>Reads the pivot identity in the claims of the federation (FranceConnect's names: <c>birthplace</c> and <c>birthcountry</c> are INSEE codes).</summary>
internal static class PivotReading
{
    // The country code of France: who was born there has a commune.
    private const string France = "99100";

    public static PivotIdentity? Read(Claims claims)
    {
        Sex? sex = claims.Text("gender") switch
        {
            "male" => Sex.Male,
            "female" => Sex.Female,
            _ => null,
        };
        var place = claims.Text("birthplace") ?? (claims.Text("birthcountry") is var country && country != France ? country : null);
        return claims.Text("family_name") is { } birthName && claims.Text("given_name") is { } givenNames && sex is { } known && place is not null
            && DateOnly.TryParseExact(claims.Text("birthdate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birthDate)
            ? new(birthName, givenNames, birthDate, known, place)
            : null;
    }
}
