using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Cli.Enrolment;

/// <summary>Why a row of a file of people cannot be read. What it says of the person is refused in the words of the domain.</summary>
internal static class RowRefusals
{
    /// <summary>More or fewer cells than the header.</summary>
    public static readonly Refusal CellCount = new("row-cell-count", RefusalKind.Invalid,
        "The row has more or fewer cells than the header.",
        "La ligne a plus ou moins de cellules que l’en-tête.");

    /// <summary>A quote without its counterpart.</summary>
    public static readonly Refusal QuoteOpen = new("row-quote-open", RefusalKind.Invalid,
        "A quotation mark is opened and not closed on the same line.",
        "Un guillemet est ouvert et n’est pas fermé sur la même ligne.");

    /// <summary>Bytes that are no text.</summary>
    public static readonly Refusal NotUtf8 = new("row-not-utf8", RefusalKind.Invalid,
        "The row is not text in UTF-8.",
        "La ligne n’est pas un texte en UTF-8.");
}
