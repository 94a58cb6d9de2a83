using System.Globalization;
using System.Text;

namespace MonEspaceSante.Professionals.Tables;

/// <summary>Names as people look for them: capital letters without accents, one space for whatever is no letter and no digit.</summary>
internal static class Folding
{
    /// <summary><paramref name="text"/> folded.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in IsAscii(text) ? text : text.Normalize(NormalizationForm.FormD))
        {
            switch (letter)
            {
                case 'œ' or 'Œ':
                    folded.Append("OE");
                    break;
                case 'æ' or 'Æ':
                    folded.Append("AE");
                    break;
                case var _ when char.IsLetterOrDigit(letter):
                    folded.Append(char.ToUpperInvariant(letter));
                    break;
                case var _ when char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark:
                    break;
                default:
                    if (folded.Length > 0 && folded[^1] != ' ')
                    {
                        folded.Append(' ');
                    }

                    break;
            }
        }

        return folded.ToString().TrimEnd();
    }

    private static bool IsAscii(string text) => System.Text.Ascii.IsValid(text);
}
