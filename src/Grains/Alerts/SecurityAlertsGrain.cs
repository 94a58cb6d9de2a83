using System.Diagnostics.Metrics;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Alerts;

[GrainType("security-alerts")]
internal sealed partial class SecurityAlertsGrain(
    SecurityWatch watch, CallerDigests digests, JournalServices services, ILogger<SecurityAlertsGrain> logger)
    : JournaledGrain<AlertEvent>(services, logger), ISecurityAlertsGrain
{
    // The operator's figure: what a dashboard watches, by kind. A logger line goes with each alert.
    private static readonly Meter Meter = new("MonEspaceSante.Security");
    private static readonly Counter<long> Counter = Meter.CreateCounter<long>("mes.security.alerts", description: "Alerts raised, by kind.");

    private readonly AlertBook _book = new();

    protected override JournalId JournalId => JournalId.Of("security-alerts", this.GetPrimaryKeyString());

    protected override JsonTypeInfo<AlertEvent> EventType => DomainJson.Default.AlertEvent;

    protected override int SnapshotSchema => 1;

    public async Task<Outcome<Done>> Raise(SecurityAlert alert)
    {
        if (CallerContext.Required is not Caller.Platform)
        {
            return AlertRefusals.OnlyThePlatform;
        }

        var known = _book.Alerts.Count == 0 ? null : _book.Alerts[^1];
        var answer = await Commit(Envelope.Once(), _ => _book.Raise(alert), GrainsJson.Default.Done);
        if (_book.Alerts[^1] != known)
        {
            Counter.Add(1, new KeyValuePair<string, object?>("kind", alert.Kind.ToString()));
            LogRaised(Logger, alert.Kind, alert.About, alert.Who, alert.Count);
        }

        return answer;
    }

    public async Task<Outcome<AlertList>> Read()
    {
        var caller = CallerContext.Required;
        if (caller is Caller.Staff agent && watch.Includes(agent))
        {
            // Before the answer: the technical log is itself watched (security design, rule 32).
            LogRead(Logger, await digests.OfAsync(agent.Id), _book.Alerts.Count);
        }
        else if (caller is not Caller.Platform)
        {
            return AlertRefusals.OnlyThePlatform;
        }

        return new AlertList(_book.Alerts.Reverse().ToValueList());
    }

    protected override void Apply(AlertEvent happened) => _book.Apply(happened);

    protected override JsonText SnapshotState() => JsonText.Of(new AlertList(_book.Alerts.ToValueList()), GrainsJson.Default.AlertList);

    protected override void RestoreState(JsonText state)
    {
        foreach (var alert in state.Read(GrainsJson.Default.AlertList).Alerts)
        {
            _book.Apply(new AlertEvent.Raised(alert));
        }
    }

    [LoggerMessage(3022, LogLevel.Information, "The agent {Agent} of the watch reads {Count} security alerts.")]
    private static partial void LogRead(ILogger logger, string agent, int count);

    [LoggerMessage(3021, LogLevel.Warning, "Security alert {Kind} about the {About} {Who}: {Count} in the hour before.")]
    private static partial void LogRaised(ILogger logger, AlertKind kind, string about, string who, int count);
}
