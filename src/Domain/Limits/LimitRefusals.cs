using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Limits;

/// <summary>Why nobody may try now.</summary>
public static class LimitRefusals
{
    /// <summary>Too many lost tries from one source: the same words whoever asks, about whomever.</summary>
    public static readonly Refusal TooManyTries = new("too-many-tries", RefusalKind.TooMany,
        "Too many tries from where you are: wait an hour, or ask for help at a counter.",
        "Trop d’essais depuis votre connexion : attendez une heure, ou faites-vous aider à un guichet.");
}
