using System.Text;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Professionals.Extract;
using MonEspaceSante.Professionals.Fictive;

namespace MonEspaceSante.Professionals.Tests;

/// <summary>Small extracts. Nobody here exists.</summary>
internal static class Extracts
{
    public static readonly string Header = string.Join('|', ExtractColumns.All) + "|";

    public static readonly PageOf FirstPage = new(0, 20);

    public static readonly ExtractLine Cardiologist = new()
    {
        Number = "99700900220", Surname = "ÉCUMELLE-FICTIVE", GivenName = "Zoé", Profession = "10", ProfessionLabel = "Médecin", Speciality = "SM04",
        SpecialityLabel = "Cardiologie", Finess = "990000028", StructureName = "Hôpital fictif des Acacias", StreetNumber = "1", Street = "AVENUE DES ACACIAS",
        PostalCode = "99100", Town = "ARVEBAN SUR FICTION", Telephone = "0199000000",
    };

    public static readonly ExtractLine Pharmacist = new()
    {
        Number = "99700900444", Surname = "ECUMELLE", GivenName = "Claude", Profession = "21", ProfessionLabel = "Pharmacien", Siret = "99000000000001",
        StructureName = "Pharmacie fictive", PostalCode = "99200", Town = "BOLICOR",
    };

    public static readonly ExtractLine Nurse = new()
    {
        Number = "99700900550", Surname = "SOIGNANT", GivenName = "Alix", Profession = "60", ProfessionLabel = "Infirmier", Town = "ARVEBAN SUR FICTION",
    };

    public static NationalDirectory Load(out LoadReport report, params object[] lines)
    {
        using var extract = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', [Header, .. lines])));
        return ExtractLoader.Load(extract, out report);
    }

    public static NationalDirectory Load(params object[] lines) => Load(out _, lines);

    public static Rpps NumberOf(ExtractLine line) => Rpps.Parse(line.Number, null);

    public static string[] Names(Page<Practitioner> page) => [.. page.Items.Select(practitioner => $"{practitioner.GivenName} {practitioner.Surname}")];
}
