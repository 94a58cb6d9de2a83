using System.Globalization;
using System.Text;

namespace MonEspaceSante.Domain.Search;

/// <summary>Words as searches compare them: without case and without accents (FHIR R4, search, string).</summary>
internal static class Folding
{
    /// <summary>The words, folded.</summary>
    public static string Fold(string words)
    {
        if (Ascii.IsValid(words))
        {
            return words.ToLowerInvariant();
        }

        var folded = new StringBuilder(words.Length);
        foreach (var letter in words.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString();
    }
}
