using System.Collections.Frozen;

namespace MonEspaceSante.Fhir.Validation;

/// <summary>The XHTML of narratives: the chapters 7 to 11 and 15 of HTML 4.0, links, images and style attributes (FHIR R4, Narrative).</summary>
internal static class NarrativeMarkup
{
    /// <summary>Elements that may stand in a narrative.</summary>
    public static readonly FrozenSet<string> Elements = Words(
        "a abbr acronym address b bdo big blockquote br caption cite code col colgroup dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li map area "
        + "ol p pre q samp small span strong sub sup table tbody td tfoot th thead tr tt ul var");

    private static readonly FrozenSet<string> Anywhere = Words("id class style title lang xml:lang dir xmlns");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Own = new Dictionary<string, FrozenSet<string>>
    {
        ["a"] = Words("href name charset type hreflang rel rev shape coords accesskey tabindex target"),
        ["area"] = Words("href shape coords alt nohref accesskey tabindex"),
        ["img"] = Words("src alt longdesc height width usemap ismap border align hspace vspace"),
        ["map"] = Words("name"),
        ["blockquote"] = Words("cite"),
        ["q"] = Words("cite"),
        ["del"] = Words("cite datetime"),
        ["ins"] = Words("cite datetime"),
        ["ol"] = Words("type start"),
        ["ul"] = Words("type"),
        ["li"] = Words("type value"),
        ["table"] = Words("summary width border frame rules cellspacing cellpadding align bgcolor"),
        ["pre"] = Words("width"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfCells =
        Words("align char charoff valign span width height abbr axis headers scope rowspan colspan nowrap bgcolor");

    private static readonly FrozenSet<string> Cells = Words("td th tr col colgroup thead tbody tfoot caption p div hr h1 h2 h3 h4 h5 h6");

    /// <summary>Whether the attribute may stand at the element with that value.</summary>
    public static bool Allows(string element, string attribute, string value) =>
        (Anywhere.Contains(attribute)
            || (Own.TryGetValue(element, out var own) && own.Contains(attribute))
            || (Cells.Contains(element) && OfCells.Contains(attribute)))
        && attribute switch
        {
            "href" or "src" or "cite" or "longdesc" or "usemap" => IsHarmless(value),
            // What old browsers ran.
            "style" => !value.Contains("expression(", StringComparison.OrdinalIgnoreCase) && !value.Contains("javascript:", StringComparison.OrdinalIgnoreCase),
            _ => true,
        };

    // A scheme that runs nothing; images may be data, pages may not.
    private static bool IsHarmless(string address)
    {
        var bare = new string([.. address.Where(letter => letter > ' ')]);
        var colon = bare.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon < 0 || bare.AsSpan(0, colon).ContainsAny('/', '#', '?') ? "" : bare[..colon].ToUpperInvariant();
        return scheme is "" or "HTTP" or "HTTPS" or "MAILTO" or "TEL" or "URN" or "CID" or "FTP"
            || (scheme == "DATA" && bare.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)
                && !bare.StartsWith("data:image/svg", StringComparison.OrdinalIgnoreCase));
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
