using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Alerts;

/// <summary>Why alerts are not told.</summary>
public static class AlertRefusals
{
    /// <summary>Alerts are between components of the platform and its operator.</summary>
    public static readonly Refusal OnlyThePlatform = new("alerts-not-yours", RefusalKind.Forbidden,
        "Alerts are for the watch of the platform's operator.", "Les alertes sont réservées à la veille de l’exploitant de la plateforme.");
}
