using System.Globalization;

namespace MonEspaceSante.Professionals.Fictive;

/// <summary>Names of nobody and of nowhere, made of syllables.</summary>
internal sealed class FictiveNames(Random random)
{
    /// <summary>How many towns there are.</summary>
    public const int Towns = 6_000;

    private static readonly string[] Beginnings =
    [
        "ARVE", "BOLI", "CADRE", "DOUVE", "ÉLI", "FARRI", "GOLVE", "HURE", "ILVE", "JOUA",
        "KERI", "LORME", "MAVI", "NOUVE", "OLRI", "PRALE", "QUERI", "ROUVE", "SOLVE", "TARI",
    ];

    private static readonly string[] Middles = ["BAN", "COR", "DEL", "FIN", "GAR", "LIM", "MEN", "NOR", "PEL", "RAN", "SIN", "TOR", "VAL", "ZEL", "CHAN", "BREN"];

    private static readonly string[] Ends =
    [
        "DIER", "FOND", "GEAC", "LAIN", "MONT", "NEUIL", "PIERRE", "QUET", "RIEUX", "SAC",
        "TEL", "VERT", "ZAN", "BOIS", "CÔTE", "DAL", "FORÊT", "GNAN", "LIEU", "MÈRE",
    ];

    private static readonly string[] Given =
    [
        "ALIZÉE", "BASILE", "CÉLESTE", "DORIAN", "ELINA", "FLORENT", "GARANCE", "HECTOR", "IRIS",
        "JOACHIM", "LILWENN", "MAËL", "NOÉMIE", "OSCAR", "PERRINE", "RÉMI", "SOLÈNE", "TITOUAN",
    ];

    /// <summary>A surname, simple or double.</summary>
    public string Surname() => random.Next(8) == 0 ? $"{Of(random.Next())}-{Of(random.Next())}" : Of(random.Next());

    /// <summary>A given name.</summary>
    public string GivenName() => Given[random.Next(Given.Length)];

    /// <summary>The town numbered <paramref name="number"/>.</summary>
    public static string Town(int number) => $"{Of(number % Towns)} SUR FICTION";

    /// <summary>A postal code of <paramref name="number"/>: 99 is no department's.</summary>
    public static string PostalCode(int number) => string.Create(CultureInfo.InvariantCulture, $"99{number % 1000:D3}");

    /// <summary>The name numbered <paramref name="number"/>: there are 6,400.</summary>
    public static string Of(int number)
    {
        var (rest, first) = Math.DivRem(number, Beginnings.Length);
        (rest, var second) = Math.DivRem(rest, Middles.Length);
        return Beginnings[first] + Middles[second] + Ends[rest % Ends.Length];
    }
}
