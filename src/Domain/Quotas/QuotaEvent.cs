using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Alerts;

namespace MonEspaceSante.Domain.Quotas;

/// <summary>What happens to somebody's right to come in at all.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Stopped), "stopped")]
[JsonDerivedType(typeof(EmergenciesStopped), "emergencies-stopped")]
[JsonDerivedType(typeof(Alerted), "alerted")]
[JsonDerivedType(typeof(AlertTold), "alert-told")]
public abstract record QuotaEvent
{
    private QuotaEvent()
    {
    }

    /// <summary>Too many spaces, or refusals, in too short a time: no ordinary access until then, restarts of the platform included.</summary>
    public sealed record Stopped(DateTimeOffset At, DateTimeOffset Until) : QuotaEvent;

    /// <summary>Too many spaces in an emergency mode: none in such a mode until then.</summary>
    public sealed record EmergenciesStopped(DateTimeOffset At, DateTimeOffset Until) : QuotaEvent;

    /// <summary>Somebody must look at it.</summary>
    /// <param name="Id">Identity of the alert: told twice, it is one.</param>
    /// <param name="Kind">What was seen.</param>
    /// <param name="Count">How many spaces, or refusals, in the hour before.</param>
    /// <param name="At">When.</param>
    public sealed record Alerted(Guid Id, AlertKind Kind, int Count, DateTimeOffset At) : QuotaEvent;

    /// <summary>The alert stands in the journal of alerts.</summary>
    public sealed record AlertTold(Guid Id) : QuotaEvent;
}
