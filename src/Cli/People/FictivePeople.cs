using System.Globalization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Pki.Development;

namespace MonEspaceSante.Cli.People;

/// <summary>
/// People who do not exist, with well-formed matricules, all different. They are born in countries whose code (99600 to 99899) no country has,
/// so that no matricule can be anybody's.
/// </summary>
internal sealed class FictivePeople
{
    /// <summary>How many different matricules there are.</summary>
    public const long Most = 2L * Years * 12 * Countries * Orders;

    private const int FirstYear = 1926;
    private const int Years = 100;
    private const int FirstCountry = 600;
    private const int Countries = 300;
    private const int Orders = 999;

    // A prime that does not divide Most: its multiples go through all the numbers below Most before one comes back.
    private const long Step = 433_494_437;

    private static readonly string[] Surnames =
    [
        "ARBRISSEAU", "BRUYÈRE-FICTIVE", "CAILLOUTIS", "DUVENTEL", "ÉCUMELLE", "FONTELAINE", "GIVREMONT", "HAUTELANDE", "IVRAIEL", "JONCHÈRELLE",
        "LUNERELLE", "MOUSSERAIN", "NOISERAYE", "ORMELANGE", "PLUVINAC", "QUATREVENTS", "ROCHELUNE", "SABLONNEAU", "TOURBILLAC", "VALBRUMEUX",
    ];

    private static readonly string[] Women = ["Alizée", "Brune", "Céleste", "Doriane", "Elina", "Flore", "Garance", "Hermine", "Iris", "Joséphine", "Lilwenn", "Maïa"];

    private static readonly string[] Men = ["Aurèle", "Basile", "Côme", "Dorian", "Élouan", "Florent", "Gaspard", "Hector", "Ivan", "Joachim", "Loïc", "Maël"];

    private readonly Random _random;
    private long _number;

    /// <summary>The people of <paramref name="seed"/>: the same seed gives the same people.</summary>
    public FictivePeople(int seed)
    {
        _random = new(seed);
        _number = _random.NextInt64(Most);
    }

    /// <summary>The next person.</summary>
    public FictivePerson Next()
    {
        _number = (_number + Step) % Most;
        var (rest, order) = Math.DivRem(_number, Orders);
        (rest, var country) = Math.DivRem(rest, Countries);
        (rest, var month) = Math.DivRem(rest, 12);
        var (sex, year) = Math.DivRem(rest, Years);

        var birth = new DateOnly(FirstYear + (int)year, (int)month + 1, _random.Next(1, 29));
        var place = string.Create(CultureInfo.InvariantCulture, $"99{FirstCountry + country}");
        var thirteen = string.Create(CultureInfo.InvariantCulture, $"{sex + 1}{birth:yyMM}{place}{order + 1:D3}");
        var given = sex == 0 ? Men : Women;
        var (first, surname) = (Pick(given), Pick(Surnames));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{thirteen}{Ins.Key(thirteen):D2}"),
            surname,
            _random.Next(3) == 0 ? $"{first} {Pick(given)}" : first,
            birth,
            sex == 0 ? Sex.Male : Sex.Female,
            place,
            _random.NextInt64(1_000_000_000, 10_000_000_000).ToString(CultureInfo.InvariantCulture),
            _random.Next(2) == 0 ? DevelopmentPeople.Gp.Rpps : null,
            _random.Next(2) == 0 ? string.Create(CultureInfo.InvariantCulture, $"personne{_number}@exemple.invalid") : null);
    }

    private string Pick(string[] names) => names[_random.Next(names.Length)];
}
