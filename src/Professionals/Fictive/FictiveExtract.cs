using System.Globalization;
using System.Text;
using MonEspaceSante.Pki.Development;
using MonEspaceSante.Pki.Professionals;
using MonEspaceSante.Professionals.Extract;

namespace MonEspaceSante.Professionals.Fictive;

/// <summary>
/// An extract of people who do not exist, in the shape of the public one. Their numbers begin with 997 as the national test numbers do, names are
/// made of syllables, FINESS, SIRET and postal codes begin with 99. The professionals who hold a development certificate come first, so that
/// their certificates are accepted by a platform that reads the file.
/// </summary>
public sealed class FictiveExtract
{
    /// <summary>The most lines: every person has one at least, and there are ten million numbers.</summary>
    public const int Most = 9_000_000;

    private const long Numbers = 10_000_000;

    // Shares no divisor with Numbers: its multiples go through all of them before one comes back.
    private const long Step = 4_334_943;

    private static readonly string Header = string.Join('|', ExtractColumns.All) + "|";

    private static readonly (string Code, string Label, string? Speciality, string? SpecialityLabel)[] Professions =
    [
        ("10", "Médecin", "SM54", "Médecine générale"), ("10", "Médecin", "SM26", "Qualifié en médecine générale"),
        ("10", "Médecin", "SM04", "Cardiologie et maladies vasculaires"), ("10", "Médecin", "SM40", "Pédiatrie"), ("10", "Médecin", "SM42", "Psychiatrie"),
        ("21", "Pharmacien", null, null), ("28", "Opticien-lunetier", null, null), ("40", "Chirurgien-dentiste", null, null), ("50", "Sage-femme", null, null),
        ("60", "Infirmier", null, null), ("60", "Infirmier", null, null), ("60", "Infirmier", null, null), ("70", "Masseur-kinésithérapeute", null, null),
        ("80", "Pédicure-podologue", null, null), ("91", "Orthophoniste", null, null), ("96", "Psychomotricien", null, null),
    ];

    private readonly Random _random;
    private readonly FictiveNames _names;
    private readonly int _hospitals;
    private long _number;

    private FictiveExtract(int lines, int seed)
    {
        _random = new(seed);
        _names = new(_random);
        _hospitals = 1 + (lines / 200);
        _number = _random.NextInt64(Numbers);
    }

    /// <summary>Writes <paramref name="lines"/> lines after the header; the same seed gives the same lines.</summary>
    public static void Write(TextWriter output, int lines, int seed)
    {
        ArgumentNullException.ThrowIfNull(output);
        var extract = new FictiveExtract(lines, seed);
        output.WriteLine(Header);
        foreach (var row in extract.Rows().Take(lines))
        {
            output.WriteLine(row);
        }
    }

    /// <summary>The directory of the professionals who hold a development certificate, and of nobody else.</summary>
    public static NationalDirectory Development()
    {
        string[] lines = [Header, .. DevelopmentLines()];
        using var extract = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return ExtractLoader.Load(extract, out _);
    }

    private static IEnumerable<string> DevelopmentLines() =>
        DevelopmentPeople.Professionals.Where(person => person.Standing is Standing.Active).Select(person => new ExtractLine
        {
            Number = person.Rpps, Surname = person.Surname, GivenName = person.GivenName, Profession = person.ProfessionCode,
            ProfessionLabel = person.ProfessionLabel, Speciality = person.SpecialityCode, Sector = person.ActivitySector,
            Finess = person.IdNatStruct is ['1', .. var finess] ? finess : null, Siren = person.IdNatStruct is ['2', .. var siren] ? siren : null,
            StructureName = person.StructureName, PostalCode = "99000", Town = "TILLEULS-SUR-FICTION",
        }.ToString());

    private IEnumerable<string> Rows()
    {
        foreach (var line in DevelopmentLines())
        {
            yield return line;
        }

        while (true)
        {
            var (number, surname, given) = (NextNumber(), _names.Surname(), _names.GivenName());
            var (code, label, speciality, specialityLabel) = Professions[_random.Next(Professions.Length)];
            var situations = _random.Next(6) == 0 ? 2 : 1;
            for (var i = 0; i < situations; i++)
            {
                yield return Situated(new()
                {
                    Number = number, Surname = surname, GivenName = given, Profession = code, ProfessionLabel = label, Speciality = speciality,
                    SpecialityLabel = specialityLabel,
                }).ToString();
            }
        }
    }

    // Half in a hospital that many share, half in a practice of their own.
    private ExtractLine Situated(ExtractLine line)
    {
        if (_random.Next(2) == 0)
        {
            var hospital = _random.Next(_hospitals);
            return line with
            {
                Finess = string.Create(CultureInfo.InvariantCulture, $"99{hospital:D7}"),
                StructureName = $"CH FICTIF {FictiveNames.Of(hospital)}",
                PostalCode = FictiveNames.PostalCode(hospital),
                Town = FictiveNames.Town(hospital),
                Street = "AVENUE DES ACACIAS",
                StreetNumber = "1",
            };
        }

        var town = _random.Next(FictiveNames.Towns);
        return line with
        {
            Siret = string.Create(CultureInfo.InvariantCulture, $"99{_random.NextInt64(1_000_000_000_000):D12}"),
            StructureName = $"CABINET {line.Surname}",
            PostalCode = FictiveNames.PostalCode(town),
            Town = FictiveNames.Town(town),
            Street = $"RUE {FictiveNames.Of(town + 7)}",
            StreetNumber = _random.Next(1, 200).ToString(CultureInfo.InvariantCulture),
            Telephone = "0199000000",
        };
    }

    private string NextNumber()
    {
        string number;
        do
        {
            _number = (_number + Step) % Numbers;
            number = WithCheckDigit(string.Create(CultureInfo.InvariantCulture, $"997{_number:D7}"));
        }
        while (DevelopmentPeople.Professionals.Any(person => person.Rpps == number));

        return number;
    }

    // Luhn: from the right, the check digit left aside, every second digit doubled.
    private static string WithCheckDigit(string ten)
    {
        var sum = 0;
        for (var i = 0; i < ten.Length; i++)
        {
            var digit = (ten[^(i + 1)] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return ten + (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
