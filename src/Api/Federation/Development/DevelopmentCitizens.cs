using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Api.Federation.Development;

/// <summary>The fictive people of <c>demo.json</c>, as a federation of identities tells them: their civil status, never their matricule.</summary>
internal static class DevelopmentCitizens
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<DevelopmentSubject> Of(string folder)
    {
        var file = Path.Combine(folder, "demo.json");
        return File.Exists(file)
            ? [.. JsonSerializer.Deserialize<DemoFile>(File.ReadAllText(file), Reading)!.People.Where(person => person.BirthPlace is not null).Select(Subject)]
            : [];
    }

    private static DevelopmentSubject Subject(DemoPerson person)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"federation|{person.Matricule}")).AsSpan(0, 16));
        var abroad = person.BirthPlace!.StartsWith("99", StringComparison.Ordinal);
        return new(id, $"{person.GivenNames} {person.BirthName}", new JsonObject
        {
            ["family_name"] = person.BirthName, ["given_name"] = person.GivenNames, ["birthdate"] = person.BirthDate.ToString("O", CultureInfo.InvariantCulture),
            ["gender"] = person.Sex is Sex.Male ? "male" : "female",
            ["birthplace"] = abroad ? "" : person.BirthPlace, ["birthcountry"] = abroad ? person.BirthPlace : "99100",
        });
    }

    private sealed record DemoFile(IReadOnlyList<DemoPerson> People);

    private sealed record DemoPerson(string BirthName, string GivenNames, string Matricule, DateOnly BirthDate, Sex Sex, string? BirthPlace);
}
