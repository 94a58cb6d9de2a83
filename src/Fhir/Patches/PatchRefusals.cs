using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Fhir.Patches;

/// <summary>Why a patch of a DocumentReference is not carried out.</summary>
public static class PatchRefusals
{
    /// <summary>Not a patch in the syntax that its media type announces.</summary>
    public static readonly Refusal Malformed = new("patch-malformed", RefusalKind.Invalid,
        "The body is not a JSON Patch (RFC 6902), an XML Patch (RFC 5261) or a FHIRPath Patch (Parameters), as its media type says.",
        "Le corps n’est pas un JSON Patch (RFC 6902), un XML Patch (RFC 5261) ou un FHIRPath Patch (Parameters), comme l’annonce son type.");

    /// <summary>An element that never changes (PDSm: 405).</summary>
    public static readonly Refusal PathForbidden = new("patch-path-forbidden", RefusalKind.NotAllowed,
        "Only status, securityLabel and the extension isArchived of a document can be changed; for the rest, replace the document.",
        "Seuls status, securityLabel et l’extension isArchived d’un document peuvent être modifiés ; pour le reste, remplacez le document.");

    /// <summary>test, copy, move…</summary>
    public static readonly Refusal OperationUnsupported = new("patch-operation-unsupported", RefusalKind.Unprocessable,
        "A patch adds, replaces or removes here; to change only a version that you know, send If-Match.",
        "Une modification ajoute, remplace ou retire ; pour ne modifier qu’une version connue, envoyez If-Match.");

    /// <summary>A status that nobody can ask for.</summary>
    public static readonly Refusal StatusUnsupported = new("patch-status-unsupported", RefusalKind.Unprocessable,
        "The status can become superseded or entered-in-error: both delete the document logically (TD3.3c), or declare it replaced (TD2.1).",
        "Le statut peut devenir superseded ou entered-in-error : suppression logique (TD3.3c), ou document remplacé (TD2.1).");

    /// <summary>Neither true nor false.</summary>
    public static readonly Refusal ArchivedNotBoolean = new("patch-archived-not-boolean", RefusalKind.Unprocessable,
        "The value of isArchived is true or false.", "La valeur de isArchived est true ou false.");

    /// <summary>A patch of nothing, or of very many things.</summary>
    public static readonly Refusal OperationsOutOfRange = new("patch-operations-out-of-range", RefusalKind.Unprocessable,
        "A patch has one to twenty operations.", "Une modification comporte d’une à vingt opérations.");
}
