using System.Text.Json.Nodes;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Api.Federation.Development;

/// <summary>The professionals who hold a development certificate, as Pro Santé Connect tells them. The cardiologist exercises in two places.</summary>
internal static class DevelopmentProfessionals
{
    public static IReadOnlyList<DevelopmentSubject> All { get; } = [.. DevelopmentPeople.Professionals.Select(Subject)];

    private static DevelopmentSubject Subject(DevelopmentPerson person)
    {
        var places = person == DevelopmentPeople.Specialist ? new[] { person, DevelopmentPeople.Gp } : [person];
        return new(person.IdNatPs, $"{person.GivenName} {person.Surname}, {person.ProfessionLabel}", new JsonObject
        {
            ["given_name"] = person.GivenName, ["family_name"] = person.Surname, ["SubjectNameID"] = person.IdNatPs, ["preferred_username"] = person.IdNatPs,
            ["SubjectOrganization"] = person.StructureName, ["SubjectRole"] = new JsonArray($"{person.ProfessionCode}^1.2.250.1.213.1.1.5.5"),
            ["SubjectRefPro"] = new JsonObject
            {
                ["codeCivilite"] = "M",
                ["exercices"] = new JsonArray(new JsonObject
                {
                    ["codeProfession"] = person.ProfessionCode, ["codeCategorieProfessionnelle"] = "C", ["nomDexercice"] = person.Surname,
                    ["prenomDexercice"] = person.GivenName, ["codeTypeSavoirFaire"] = person.SpecialityCode is null ? "" : "S",
                    ["codeSavoirFaire"] = person.SpecialityCode ?? "", ["activities"] = new JsonArray([.. places.Select(Activity)]),
                }),
            },
        });
    }

    private static JsonNode Activity(DevelopmentPerson place) => new JsonObject
    {
        ["numeroFinessSite"] = place.IdNatStruct[1..], ["numeroSiretSite"] = "", ["numeroSirenSite"] = "", ["raisonSocialeSite"] = place.StructureName,
    };
}
