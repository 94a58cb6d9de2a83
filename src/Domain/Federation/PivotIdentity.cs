using System.Globalization;
using System.Text;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Federation;

/// <summary>
/// The identity that an identity federation vouches for (identité pivot): civil status as registered, never the matricule.
/// </summary>
/// <param name="BirthName">Family name at birth.</param>
/// <param name="GivenNames">Every given name at birth, in order, separated by spaces.</param>
/// <param name="BirthDate">As registered.</param>
/// <param name="Sex">As registered.</param>
/// <param name="BirthPlace">INSEE code of the commune, or of the country for who was born abroad.</param>
public sealed record PivotIdentity(string BirthName, string GivenNames, DateOnly BirthDate, Sex Sex, string BirthPlace)
{
    /// <summary>
    /// Whether this is the person of <paramref name="sheet"/>: the five strict traits of the INS agree. Registers write names with or without
    /// accents, hyphens and capitals, and a sheet may know the first given name alone: that is no difference.
    /// </summary>
    public bool IsOf(HolderSheet sheet) =>
        BirthDate == sheet.BirthDate && Sex == sheet.Sex && BirthPlace == sheet.BirthPlace
        && Fold(BirthName) == Fold(sheet.BirthName) && Begins(Fold(GivenNames), Fold(sheet.GivenNames));

    private static bool Begins(string all, string known) => all == known || all.StartsWith(known + ' ', StringComparison.Ordinal);

    private static string Fold(string name) => string.Join(' ', string.Concat(name.Normalize(NormalizationForm.FormD)
        .Where(letter => char.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
        .Select(letter => letter switch
        {
            'œ' or 'Œ' => "OE",
            'æ' or 'Æ' => "AE",
            _ => char.IsLetterOrDigit(letter) ? char.ToUpperInvariant(letter).ToString() : " ",
        })).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
