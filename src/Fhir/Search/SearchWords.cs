using System.Text;

namespace MonEspaceSante.Fhir.Search;

/// <summary>The separators of search values, and the backslash that takes their meaning away (FHIR R4, search, escaping).</summary>
internal static class SearchWords
{
    /// <summary>Splits at each <paramref name="separator"/> that no backslash stands before; escapes stay.</summary>
    public static List<string> Split(string text, char separator)
    {
        var (parts, start) = (new List<string>(), 0);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\')
            {
                index++;
            }
            else if (text[index] == separator)
            {
                parts.Add(text[start..index]);
                start = index + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>The text that was meant; <see langword="null"/> where a backslash stands before nothing that can be escaped.</summary>
    public static string? Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var meant = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\' && (++index == text.Length || text[index] is not ('\\' or ',' or '|' or '$')))
            {
                return null;
            }

            meant.Append(text[index]);
        }

        return meant.ToString();
    }
}
