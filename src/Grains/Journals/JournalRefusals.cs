using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Grains.Journals;

/// <summary>Why a command is refused before any rule is asked.</summary>
public static class JournalRefusals
{
    /// <summary>One identity, two contents (R18).</summary>
    public static readonly Refusal CommandIdReused = new("command-id-reused", RefusalKind.Conflict,
        "This Idempotency-Key was used for another request; the first result stands.",
        "Cette clé Idempotency-Key a servi à une autre requête ; le premier résultat demeure.");
}
