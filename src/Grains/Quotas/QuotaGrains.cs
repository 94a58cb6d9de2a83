using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Alerts;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Grains.Alerts;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Quotas;

internal abstract partial class QuotaGrain(string kind, QuotaTable table, JournalServices services, ILogger logger)
    : JournaledGrain<QuotaEvent>(services, logger), IQuotaGrain
{
    private static readonly Caller Watch = new Caller.Platform("quotas");

    // Well within the minute that an alert may take (security design, section 4).
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(15);

    private readonly ActivityQuota _quota = new();

    protected override JournalId JournalId => JournalId.Of(kind, this.GetPrimaryKeyString());

    protected override JsonTypeInfo<QuotaEvent> EventType => DomainJson.Default.QuotaEvent;

    protected override int SnapshotSchema => 2;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        if (_quota.Untold.Any())
        {
            TellLater();
        }
    }

    public async Task<Outcome<Done>> Touch(Visit visit)
    {
        var answer = await Commit(Envelope.Once(), act => _quota.Touch(visit, LimitsOf(visit.Profession), act), GrainsJson.Default.Done);
        await TellAlerts();
        return answer;
    }

    public async Task Refused(string? profession)
    {
        await Commit(Envelope.Once(), act => _quota.Refused(LimitsOf(profession), act), GrainsJson.Default.Done);
        await TellAlerts();
    }

    protected override void Apply(QuotaEvent happened) => _quota.Apply(happened);

    protected override JsonText SnapshotState() => JsonText.Of([.. _quota.Kept], GrainsJson.Default.QuotaEventArray);

    protected override void RestoreState(JsonText state) => Array.ForEach(state.Read(GrainsJson.Default.QuotaEventArray), Apply);

    private QuotaLimits LimitsOf(string? profession) => profession is null ? table.OfStructures : table.Of(profession);

    // The alert stands in this journal already: whatever fails here is tried again, by the timer or by the next activation.
    private async Task TellAlerts()
    {
        try
        {
            foreach (var alert in _quota.Untold.ToArray())
            {
                using var acting = CallerContext.Become(Watch);
                await GrainFactory.GetGrain<ISecurityAlertsGrain>(ISecurityAlertsGrain.Key)
                    .Raise(new SecurityAlert(alert.Id, alert.Kind, kind, this.GetPrimaryKeyString(), alert.Count, alert.At));
                await Commit(
                    Envelope.Once(), _ => new Decision<QuotaEvent, Done>([new QuotaEvent.AlertTold(alert.Id)], Done.Answer, []), GrainsJson.Default.Done);
            }
        }
        catch (Exception trouble) when (trouble is StorageTroubleException or TimeoutException)
        {
            LogNotTold(Logger, trouble);
            TellLater();
        }
    }

    private void TellLater() => this.RegisterGrainTimer(TellAlerts, new() { DueTime = RetryDelay, Period = Timeout.InfiniteTimeSpan, KeepAlive = true });

    [LoggerMessage(3031, LogLevel.Warning, "A security alert could not be told; it is tried again.")]
    private static partial void LogNotTold(ILogger logger, Exception trouble);
}

[GrainType("professional")]
internal sealed class ProfessionalGrain(QuotaTable table, JournalServices services, ILogger<ProfessionalGrain> logger)
    : QuotaGrain("professional", table, services, logger), IProfessionalGrain;

[GrainType("structure")]
internal sealed class StructureGrain(QuotaTable table, JournalServices services, ILogger<StructureGrain> logger)
    : QuotaGrain("structure", table, services, logger), IStructureGrain;
