using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Grains.Journals;

/// <summary>Why a command is refused before any rule is asked.</summary>
public static class JournalRefusals
{
    /// <summary>One identity, two contents (R18).</summary>
    public static readonly Refusal CommandIdReused = new("command-id-reused", RefusalKind.Conflict,
        "This Idempotency-Key was used for another request; the first result stands.",
        "Cette clé Idempotency-Key a servi à une autre requête ; le premier résultat demeure.");

    /// <summary>The keys are destroyed: what could be written would be read by nobody.</summary>
    public static readonly Refusal Erased = new("content-erased", RefusalKind.Gone,
        "What was kept here was erased, and nothing more is kept.", "Ce qui était conservé ici a été effacé, et rien de plus n’est conservé.");
}
