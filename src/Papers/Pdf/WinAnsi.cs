using System.Globalization;
using System.Text;

namespace MonEspaceSante.Papers.Pdf;

/// <summary>The characters of the standard faces (WinAnsiEncoding, ISO 32000-1 annex D): those of French and of Western Europe.</summary>
internal static class WinAnsi
{
    private const string From128 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    /// <summary>
    /// <paramref name="text"/> with what the faces hold: letters of other alphabets lose their accents (civil status is written with French ones),
    /// and what is left is shown by a question mark, never left out in silence.
    /// </summary>
    public static string Reduce(string text)
    {
        var reduced = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            reduced.Append(rune.IsBmp && Byte((char)rune.Value) is not null ? (char)rune.Value
                : rune.Value == 0x202F ? '\u00A0'
                : rune.IsBmp && BaseOf((char)rune.Value) is { } letter ? letter
                : '?');
        }

        return reduced.ToString();
    }

    /// <summary>The byte of <paramref name="c"/>; <see langword="null"/> where the faces do not hold it.</summary>
    public static byte? Byte(char c) => c switch
    {
        >= ' ' and <= '~' => (byte)c,
        >= '\u00A0' and <= 'ÿ' => (byte)c,
        '\0' => null,
        _ when From128.IndexOf(c, StringComparison.Ordinal) is >= 0 and var place => (byte)(128 + place),
        _ => null,
    };

    /// <summary>The plain letter under an accented one; <see langword="null"/> where there is none.</summary>
    public static char? BaseOf(char c)
    {
        if (char.IsSurrogate(c))
        {
            return null;
        }

        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        return parts.Length > 1 && char.IsAsciiLetter(parts[0]) && CharUnicodeInfo.GetUnicodeCategory(parts[1]) is UnicodeCategory.NonSpacingMark ? parts[0] : null;
    }
}
