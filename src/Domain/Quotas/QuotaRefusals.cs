using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Quotas;

/// <summary>Why somebody's own activity shuts them out.</summary>
public static class QuotaRefusals
{
    /// <summary>Too many different spaces, or too many refusals, in an hour.</summary>
    public static readonly Refusal Stopped = new("activity-quota-exceeded", RefusalKind.TooMany,
        "Too many different health spaces within an hour: access is stopped for an hour, and reported.",
        "Trop d’espaces de santé différents en une heure : l’accès est suspendu une heure, et signalé.");

    /// <summary>Too many different spaces in an emergency mode in an hour.</summary>
    public static readonly Refusal EmergenciesStopped = new("emergency-quota-exceeded", RefusalKind.TooMany,
        "Too many different health spaces in an emergency mode within an hour: that mode is stopped for an hour, and reported.",
        "Trop d’espaces de santé différents en mode d’urgence en une heure : ce mode est suspendu une heure, et signalé.");

    /// <summary>So many different spaces in an hour that each further one asks for a reason.</summary>
    public static readonly Refusal ReasonRequired = new("activity-reason-required", RefusalKind.Forbidden,
        "You have opened many health spaces within an hour: say why you open this one, in Mes-Access-Reason, by 15 characters at least.",
        "Vous avez ouvert beaucoup d’espaces de santé en une heure : dites pourquoi vous ouvrez celui-ci, dans Mes-Access-Reason, en 15 caractères au moins.");

    /// <summary>Too many proofs of one history in an hour.</summary>
    public static readonly Refusal TooManyProofs = new("history-proofs-exceeded", RefusalKind.TooMany,
        "Too many proofs of this history within an hour: the last one is still good.",
        "Trop de preuves de cet historique en une heure : la dernière reste bonne.");
}
