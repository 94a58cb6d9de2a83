using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Quotas;

/// <summary>Somebody is about to touch a space.</summary>
/// <param name="Space">Which one.</param>
/// <param name="Profession">The profession that they exercise (TRE_G15); <see langword="null"/> for a structure.</param>
/// <param name="Mode">How they come in.</param>
/// <param name="Reasoned">Whether they say why, in words that the trace keeps.</param>
public sealed record Visit(SpaceId Space, string? Profession, AccessMode Mode, bool Reasoned);

/// <summary>
/// How many different spaces one professional or structure touches in an hour, and how often they are refused (security design, rule 16): what
/// stops a thief who walks through thousands of patients with one stolen identity. Windows live in memory; stops and alerts are journaled.
/// </summary>
/// <remarks>Emergencies have windows and stops of their own: who is stopped can still save a life, and its holder is told at once.</remarks>
public sealed class ActivityQuota
{
    /// <summary>What is counted is counted over an hour; a stop lasts as long, and an alert is not repeated within it.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly HourWindow<SpaceId> _ordinary = new();
    private readonly HourWindow<SpaceId> _emergencies = new();
    private readonly HourWindow<Guid> _refusals = new();
    private readonly Dictionary<AlertKind, QuotaEvent.Alerted> _alerts = [];
    private readonly HashSet<Guid> _told = [];
    private QuotaEvent.Stopped? _stop;
    private QuotaEvent.EmergenciesStopped? _emergencyStop;

    /// <summary>Alerts that do not stand in the journal of alerts yet.</summary>
    public IEnumerable<QuotaEvent.Alerted> Untold => _alerts.Values.Where(alert => !_told.Contains(alert.Id));

    /// <summary>The events that still matter, for a snapshot.</summary>
    public IEnumerable<QuotaEvent> Kept =>
        ((QuotaEvent?[])[_stop, _emergencyStop]).OfType<QuotaEvent>().Concat(_alerts.Values).Concat(_told.Select(id => new QuotaEvent.AlertTold(id)));

    /// <summary>Takes in an event.</summary>
    public void Apply(QuotaEvent happened)
    {
        switch (happened)
        {
            case QuotaEvent.Stopped stopped:
                _stop = stopped;
                break;
            case QuotaEvent.EmergenciesStopped stopped:
                _emergencyStop = stopped;
                break;
            case QuotaEvent.Alerted alerted:
                if (_alerts.Remove(alerted.Kind, out var before))
                {
                    _told.Remove(before.Id);
                }

                _alerts.Add(alerted.Kind, alerted);
                break;
            case QuotaEvent.AlertTold told:
                _told.Add(told.Id);
                break;
            default:
                throw new InvalidOperationException($"A quota does not know the event {happened.GetType().Name}.");
        }
    }

    /// <summary>May the space of <paramref name="visit"/> be touched? Counts it if so.</summary>
    public Decision<QuotaEvent, Done> Touch(Visit visit, QuotaLimits limits, Act act) =>
        visit.Mode is AccessMode.Normal ? TouchOrdinarily(visit, limits, act) : TouchInEmergency(visit, limits, act);

    /// <summary>They found nothing that they may see. Counts it, and stops who only tries.</summary>
    public Decision<QuotaEvent, Done> Refused(QuotaLimits limits, Act act)
    {
        _refusals.Forget(act.At);
        _refusals.Add(act.CommandId, act.At);
        return _refusals.Count >= limits.Refusals && !(act.At < _stop?.Until)
            ? new Decision<QuotaEvent, Done>([new QuotaEvent.Stopped(act.At, act.At + Window), .. Alert(AlertKind.ManyRefusals, _refusals.Count, act)], Done.Answer, [])
            : Done.Answer;
    }

    private Decision<QuotaEvent, Done> TouchOrdinarily(Visit visit, QuotaLimits limits, Act act)
    {
        if (act.At < _stop?.Until)
        {
            return QuotaRefusals.Stopped;
        }

        _ordinary.Forget(act.At);
        if (_ordinary.Contains(visit.Space))
        {
            return Done.Answer;
        }

        if (_ordinary.Count >= limits.Stop)
        {
            return new([new QuotaEvent.Stopped(act.At, act.At + Window), .. Alert(AlertKind.Stopped, _ordinary.Count, act)], QuotaRefusals.Stopped, []);
        }

        if (_ordinary.Count >= limits.StepUp && !visit.Reasoned)
        {
            return QuotaRefusals.ReasonRequired;
        }

        _ordinary.Add(visit.Space, act.At);
        return new(
        [
            .. _ordinary.Count >= limits.Alert ? Alert(AlertKind.ManySpaces, _ordinary.Count, act) : [],
            .. _ordinary.Count >= limits.StepUp ? Alert(AlertKind.ReasonsRequired, _ordinary.Count, act) : [],
            .. _ordinary.Count >= limits.Night && IsNight(act.At) ? Alert(AlertKind.ManySpacesAtNight, _ordinary.Count, act) : [],
        ], Done.Answer, []);
    }

    private Decision<QuotaEvent, Done> TouchInEmergency(Visit visit, QuotaLimits limits, Act act)
    {
        if (act.At < _emergencyStop?.Until)
        {
            return QuotaRefusals.EmergenciesStopped;
        }

        _emergencies.Forget(act.At);
        if (_emergencies.Contains(visit.Space))
        {
            return Done.Answer;
        }

        if (_emergencies.Count >= limits.EmergencyStop)
        {
            return new(
                [new QuotaEvent.EmergenciesStopped(act.At, act.At + Window), .. Alert(AlertKind.EmergenciesStopped, _emergencies.Count, act)],
                QuotaRefusals.EmergenciesStopped, []);
        }

        _emergencies.Add(visit.Space, act.At);
        return new([.. _emergencies.Count >= limits.EmergencyAlert ? Alert(AlertKind.ManyEmergencies, _emergencies.Count, act) : []], Done.Answer, []);
    }

    // None where the same was told within the hour.
    private IEnumerable<QuotaEvent> Alert(AlertKind kind, int count, Act act) =>
        _alerts.TryGetValue(kind, out var last) && act.At < last.At + Window ? []
        : [new QuotaEvent.Alerted(Ids.Of(act.CommandId, kind.ToString()), kind, count, act.At)];

    private static bool IsNight(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Paris).Hour is >= 22 or < 6;
}
