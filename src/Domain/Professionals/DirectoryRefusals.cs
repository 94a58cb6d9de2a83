using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Professionals;

/// <summary>Why the directory of professionals does not answer.</summary>
public static class DirectoryRefusals
{
    /// <summary>Nobody, and nothing, of this identity is in the directory.</summary>
    public static readonly Refusal Unknown = new("directory-entry-unknown", RefusalKind.NotFound,
        "The directory of professionals has no such entry.", "L’annuaire des professionnels n’a pas cette entrée.");

    /// <summary>The search names too little.</summary>
    public static readonly Refusal SearchTooWide = new("directory-search-too-wide", RefusalKind.Invalid,
        "Name somebody, a structure or a town by two letters at least, or give an identifier.",
        "Nommez une personne, une structure ou une ville par deux lettres au moins, ou donnez un identifiant.");
}
