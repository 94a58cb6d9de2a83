using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Search;

/// <summary>Why a search is not made.</summary>
public static class SearchRefusals
{
    /// <summary>A page of a set that is no longer remembered.</summary>
    public static readonly Refusal CursorExpired = new("search-cursor-expired", RefusalKind.Gone,
        "The pages of this search are no longer kept: search again.",
        "Les pages de cette recherche ne sont plus conservées : relancez la recherche.");

    /// <summary>A count that is none.</summary>
    public static readonly Refusal CountInvalid = new("search-count-invalid", RefusalKind.Invalid,
        "A page holds 0 to 1,000 results; none is passed over together with a cursor.",
        "Une page comporte de 0 à 1 000 résultats ; aucun n’est sauté en plus d’un curseur.");
}
