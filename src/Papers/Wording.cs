using System.Globalization;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Papers;

/// <summary>How papers word things in either language.</summary>
internal static class Wording
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The sentence of the language.</summary>
    public static string Of(this PaperLanguage language, string french, string english) => language is PaperLanguage.French ? french : english;

    /// <summary>A day, with its month in letters: 3 mars 2026.</summary>
    public static string Day(this PaperLanguage language, DateOnly day) => day.ToString("d MMMM yyyy", language is PaperLanguage.French ? French : English);

    /// <summary>The day of an instant. The days of deadlines count in UTC, here as in the rules.</summary>
    public static string Day(this PaperLanguage language, DateTimeOffset at) => language.Day(DateOnly.FromDateTime(at.UtcDateTime));

    /// <summary>An instant to the minute, in UTC and saying so.</summary>
    public static string Moment(this PaperLanguage language, DateTimeOffset at) =>
        $"{language.Day(at)}, {at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";

    /// <summary>First given name and name at birth.</summary>
    public static string FullName(this HolderSheet person) => $"{person.FirstName} {person.BirthName}";

    /// <summary>Sex and year of birth only: enough to know one's own number by, too little for whoever finds the paper.</summary>
    public static string Masked(this Ins ins) => $"{ins.Matricule[0]} {ins.Matricule[1..3]} •• •• ••• ••• ••";
}
