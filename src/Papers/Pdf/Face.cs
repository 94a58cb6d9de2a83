namespace MonEspaceSante.Papers.Pdf;

/// <summary>The faces of papers: three of the fourteen that every reader of PDF brings along (ISO 32000-1, 9.6.2.2), so that no file holds a font.</summary>
internal enum Face
{
    /// <summary>Sentences.</summary>
    Regular,

    /// <summary>Titles and names of facts.</summary>
    Bold,

    /// <summary>Codes.</summary>
    Code,
}

/// <summary>What a layout must know of the faces: how wide their characters are.</summary>
internal static class FaceWidths
{
    private const int CodeWidth = 600;

    // Helvetica, U+0020 to U+007E, in thousandths of the size: Adobe's metrics of the fourteen standard fonts.
    private static readonly short[] Ascii =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>The width of <paramref name="text"/>, already reduced to what the faces hold, at <paramref name="size"/> points; in points.</summary>
    public static double Of(string text, Face face, double size) => size / 1000 * text.Sum(c => face switch
    {
        Face.Code => CodeWidth,
        // Bold letters are wider by a tenth on average; a line that is a little short shows nowhere, one that is too long would.
        Face.Bold => Regular(c) * 1.1,
        _ => Regular(c),
    });

    private static int Regular(char c) => c switch
    {
        >= ' ' and <= '~' => Ascii[c - ' '],
        '\u00A0' => Ascii[0],
        '’' or '‘' => 222,
        '•' => 350,
        'Œ' or 'Æ' or '—' or '…' => 1000,
        'œ' => 944,
        'æ' => 889,
        // An accent does not widen its letter.
        _ when WinAnsi.BaseOf(c) is { } letter => Ascii[letter - ' '],
        _ => 556,
    };
}
