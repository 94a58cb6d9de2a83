using System.Text.Json;

namespace MonEspaceSante.Torture.Load;

/// <summary>The fictive people, as the platform tells whoever started it.</summary>
internal sealed record DemoFile(IReadOnlyList<DemoPerson> People, IReadOnlyList<DemoProfessional> Professionals)
{
    public static DemoFile Read(string folder) =>
        JsonSerializer.Deserialize<DemoFile>(File.ReadAllText(Path.Combine(folder, "demo.json")), JsonSerializerOptions.Web)!;

    /// <summary>What may stand nowhere in the store but inside encrypted bodies.</summary>
    public IEnumerable<string> Secrets() =>
    [
        .. People.SelectMany(person => new[] { person.BirthName, person.GivenNames, person.Matricule, person.CardSerial }),
        .. Professionals.SelectMany(professional => new[] { professional.Rpps, professional.Name }),
    ];
}

/// <summary>A fictive person.</summary>
internal sealed record DemoPerson(
    string BirthName, string GivenNames, string Matricule, string System, string BirthDate, string CardSerial, string ProvisionalCode, string Space);

/// <summary>A fictive professional.</summary>
internal sealed record DemoProfessional(string Certificate, string Rpps, string Name);
