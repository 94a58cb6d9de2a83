using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MonEspaceSante.Domain.SignIn;

/// <summary>
/// Passwords that a thief tries first. Lists of the commonest hold hardly any of twelve characters of four kinds; what thieves do is dress a common
/// word up: a capital, a year, an exclamation mark, <c>@</c> for a. So the dress is taken off, and what is left must still be something.
/// </summary>
public static partial class CommonPasswords
{
    /// <summary>So many characters at least must be left once common words, years, runs and repetitions are taken away.</summary>
    public const int Unguessed = 5;

    private const string Dressed = "01345678@$!€|+";
    private const string Undressed = "oieasgtbasielt";

    // Keyboards of France and of elsewhere by row, and the two orders that everybody knows.
    private static readonly string[] Rows =
        ["azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "abcdefghijklmnopqrstuvwxyz", "01234567890", "1q2w3e4r5t6y7u8i9o", "1a2z3e4r5t6y7u8i9o"];

    // Our own list: what people call what they love, keep and fear to forget. The longest first, so that none hides in another.
    private static readonly string[] Words =
    [
        .. """
        motdepasse password passwort passe secret sesame ouvretoi bonjour salut coucou bienvenue welcome hello admin administrateur root login
        utilisateur user compte sante espace medecin docteur hopital ameli vitale carte assurance maladie securite sociale france paris lyon
        marseille bordeaux toulouse nantes lille bretagne corse europe azerty qwerty qwertz soleil lune etoile princesse prince chouchou doudou
        loulou nounours bisous calin amour jetaime iloveyou love mamour cherie cheri coeur bebe maman papa mamie papi famille enfant fille
        garcon chaton chat chien minou minette toutou cheval licorne dragon dauphin panda lapin poisson oiseau papillon fleur rose violette
        jasmin marguerite jardin maison vacances plage montagne voiture moto football foot rugby tennis basket psg olympique marine soldat
        pompier police musique guitare piano cinema star starwars batman superman spiderman pokemon pikachu naruto zidane mbappe ronaldo messi
        chocolat caramel vanille fraise cerise banane orange pomme citron cafe biere vin fromage noel janvier fevrier mars avril juin juillet
        aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche printemps automne hiver liberte egalite
        fraternite monkey letmein shadow master football baseball sunshine princess dragon freedom whatever trustno changeme computer internet
        google facebook orange microsoft windows linux android samsung iphone apple test demo essai nicolas julien thomas alexandre camille marie
        laura manon lea emma lucas hugo nathan theo enzo louis jules arthur gabriel raphael adam sarah ines chloe jade louise alice julie
        sophie celine isabelle nathalie valerie sandrine stephane christophe frederic philippe laurent patrick michel pierre jean daniel david
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Distinct().OrderByDescending(word => word.Length),
    ];

    /// <summary>Whether <paramref name="password"/> is common words, years, runs and repetitions, and hardly anything else.</summary>
    public static bool Resembles(string password)
    {
        var plain = Years().Replace(Fold(password), " ");
        return Rest(plain) < Unguessed || Rest(Undress(plain)) < Unguessed;
    }

    // What is taken away leaves a mark, so that its neighbours do not make a word of each other.
    private static int Rest(string plain) =>
        WithoutRuns(Words.Aggregate(plain, (text, word) => text.Replace(word, " ", StringComparison.Ordinal))).Count(char.IsLetterOrDigit);

    // Letters without accents, lower case: capitals and accents are a dress too.
    private static string Fold(string password) => string.Concat(password.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    // Within a word only: at its end, an exclamation mark is one.
    private static string Undress(string plain) => string.Concat(plain.Select((c, place) =>
        place > 0 && place < plain.Length - 1 && IsWritten(plain[place - 1]) && IsWritten(plain[place + 1]) && Dressed.IndexOf(c, StringComparison.Ordinal) is var letter and >= 0
            ? Undressed[letter] : c));

    private static bool IsWritten(char c) => char.IsLetter(c) || Dressed.Contains(c, StringComparison.Ordinal);

    // Runs along a keyboard or an alphabet, forth and back, and one character over and over: the first of each counts, the others do not.
    private static string WithoutRuns(string text)
    {
        var kept = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (i < 2 || !GoesOn(text[i - 2], text[i - 1], text[i]))
            {
                kept.Append(text[i]);
            }
        }

        return kept.ToString();
    }

    private static bool GoesOn(char first, char second, char third) =>
        (first == second && second == third)
        || Rows.Any(row => row.Contains($"{first}{second}{third}", StringComparison.Ordinal) || row.Contains($"{third}{second}{first}", StringComparison.Ordinal));

    [GeneratedRegex("(19|20)[0-9]{2}")]
    private static partial Regex Years();
}
