using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Alerts;

/// <summary>What somebody of the operator must look at. No health data, no name: who it is about is a keyed digest.</summary>
/// <param name="Id">Identity: told twice, it is one alert.</param>
/// <param name="Kind">What was seen.</param>
/// <param name="About">Whether a professional or a structure.</param>
/// <param name="Who">The keyed digest of their national identifier.</param>
/// <param name="Count">How many spaces, or refusals, in the hour before.</param>
/// <param name="At">When it was seen.</param>
public sealed record SecurityAlert(Guid Id, AlertKind Kind, string About, string Who, int Count, DateTimeOffset At);

/// <summary>What is seen. Written into journals by its name: never rename one.</summary>
public enum AlertKind
{
    /// <summary>Many different spaces in an hour.</summary>
    ManySpaces,

    /// <summary>So many that each further one asks for a reason.</summary>
    ReasonsRequired,

    /// <summary>So many that access was stopped.</summary>
    Stopped,

    /// <summary>Many different spaces in an hour of the night.</summary>
    ManySpacesAtNight,

    /// <summary>Many requests that found nothing they may see: access was stopped.</summary>
    ManyRefusals,

    /// <summary>Many different spaces in an emergency mode.</summary>
    ManyEmergencies,

    /// <summary>So many that emergency access was stopped.</summary>
    EmergenciesStopped,
}

/// <summary>What happens to the alerts of the platform.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Raised), "raised")]
public abstract record AlertEvent
{
    private AlertEvent()
    {
    }

    /// <summary>An alert came in.</summary>
    public sealed record Raised(SecurityAlert Alert) : AlertEvent;
}

/// <summary>The alerts of the platform, the latest last.</summary>
public sealed class AlertBook
{
    /// <summary>How many are at hand; older ones stay in the journal.</summary>
    public const int Most = 1_000;

    private readonly List<SecurityAlert> _alerts = [];

    /// <summary>Those at hand.</summary>
    public IReadOnlyList<SecurityAlert> Alerts => _alerts;

    /// <summary>Takes in an event.</summary>
    public void Apply(AlertEvent happened)
    {
        switch (happened)
        {
            case AlertEvent.Raised raised:
                _alerts.Add(raised.Alert);
                _alerts.RemoveRange(0, Math.Max(0, _alerts.Count - Most));
                break;
            default:
                throw new InvalidOperationException($"The book of alerts does not know the event {happened.GetType().Name}.");
        }
    }

    /// <summary>An alert is brought; one that is known changes nothing.</summary>
    public Decision<AlertEvent, Done> Raise(SecurityAlert alert) =>
        _alerts.Any(known => known.Id == alert.Id) ? Done.Answer : new Decision<AlertEvent, Done>([new AlertEvent.Raised(alert)], Done.Answer, []);
}
