using System.Text.Json;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Oidc;

namespace MonEspaceSante.Api.Federation;

/// <summary>A profession exercised in one place, as Pro Santé Connect tells it.</summary>
/// <param name="Profession">Code of the profession (TRE_G15).</param>
/// <param name="Speciality">Code of the ordinal speciality (TRE_R38), where one is told.</param>
/// <param name="Structure">Where, if the place has a national identifier.</param>
/// <param name="StructureName">The name of the place; empty where none is told.</param>
internal sealed record Exercise(string Profession, string? Speciality, StructureId? Structure, string StructureName);

/// <summary>Reads whom Pro Santé Connect names, and what they exercise where (claims <c>SubjectNameID</c> and <c>SubjectRefPro</c>).</summary>
internal static class ExerciseReading
{
    // More than anybody has; a claim is not a place to hide a list in.
    private const int Most = 100;

    /// <summary>The professional's number; only holders of an RPPS are known here.</summary>
    public static ProfessionalId? Identity(Claims claims) =>
        ProfessionalId.TryParse(claims.Text("SubjectNameID"), null, out var id) && id.Rpps is not null ? id : null;

    /// <summary>Every exercise, one for each place; one without a place where the claims name none.</summary>
    public static IReadOnlyList<Exercise> Exercises(Claims claims) =>
        claims.Json.TryGetProperty("SubjectRefPro", out var reference) && reference.ValueKind is JsonValueKind.Object
            ? [.. Objects(reference, "exercices").SelectMany(Of).Distinct().Take(Most)]
            : [];

    private static IEnumerable<Exercise> Of(Claims exercise)
    {
        if (exercise.Text("codeProfession") is not { Length: <= 4 } profession)
        {
            return [];
        }

        // S is an ordinal speciality; other kinds of know-how open nothing.
        var speciality = exercise.Text("codeTypeSavoirFaire") is "S" ? exercise.Text("codeSavoirFaire") : null;
        Exercise[] places = [.. Objects(exercise.Json, "activities").Select(activity =>
            new Exercise(profession, speciality, Place(activity), activity.Text("raisonSocialeSite") ?? ""))];
        return places.Length > 0 ? places : [new(profession, speciality, null, "")];
    }

    // idNat_Struct: 1 and the FINESS, 3 and the SIRET, 2 and the SIREN, the most precise first.
    private static StructureId? Place(Claims activity)
    {
        string?[] candidates =
        [
            Prefixed("1", activity.Text("numeroFinessSite")), Prefixed("3", activity.Text("numeroSiretSite")), Prefixed("2", activity.Text("numeroSirenSite")),
        ];
        return candidates.FirstOrDefault(candidate => StructureId.TryParse(candidate, null, out _)) is { } found ? StructureId.Parse(found, null) : null;
    }

    private static string? Prefixed(string kind, string? number) => number is null ? null : kind + number;

    private static IEnumerable<Claims> Objects(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object).Select(item => new Claims(item))
            : [];
}
