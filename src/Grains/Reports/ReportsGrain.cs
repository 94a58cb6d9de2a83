using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Erasure;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Outbox;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Reports;

[GrainType("reports")]
internal sealed partial class ReportsGrain(SupportTeam support, JournalServices services, ILogger<ReportsGrain> logger)
    : JournaledGrain<ReportEvent>(services, logger), IReportsGrain, IErasable
{
    private static readonly Caller Clerk = new Caller.Platform("reports");
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(15);

    private ReportBook _book = null!;

    protected override JournalId JournalId => JournalId.Of("reports", this.GetPrimaryKeyString());

    protected override JsonTypeInfo<ReportEvent> EventType => DomainJson.Default.ReportEvent;

    protected override int SnapshotSchema => 1;

    protected override OutboxTarget NoticeTarget => new(StreamNames.Notifications, this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _book = new(SpaceId.Parse(this.GetPrimaryKeyString(), null));
        await base.OnActivateAsync(cancellationToken);
        if (_book.Unlisted.Any())
        {
            ListLater();
        }
    }

    public Task<Outcome<Report>> Make(Envelope envelope, MakeReport command) => Handle(envelope, act => MakeReport.Decide(_book, command, act));

    public Task<Outcome<Report>> Take(Envelope envelope, TakeReport command) => Handle(envelope, act => TakeReport.Decide(_book, command, act, support));

    public Task<Outcome<Report>> Answer(Envelope envelope, AnswerReport command) => Handle(envelope, act => AnswerReport.Decide(_book, command, act, support));

    public Task<Outcome<Report>> Close(Envelope envelope, CloseReport command) => Handle(envelope, act => CloseReport.Decide(_book, command, act, support));

    public Task<Outcome<ReportList>> Mine() => Task.FromResult<Outcome<ReportList>>(
        _book.IsOf(CallerContext.Required) ? new ReportList(_book.Reports.Reverse().ToValueList()) : SpaceRefusals.OnlyTheHolder);

    public Task<Outcome<Report>> Read(Guid id) => Task.FromResult<Outcome<Report>>(
        support.AgentOf(CallerContext.Required) is not { } agent ? ReportRefusals.OnlySupport
        : _book.Find(id) is not { IsOpen: true } report ? ReportRefusals.Unknown
        : report.Agent != agent ? ReportRefusals.InOtherHands
        : report);

    protected override void Apply(ReportEvent happened) => _book.Apply(happened);

    protected override JsonText SnapshotState() => JsonText.Of(_book.Snapshot(), DomainJson.Default.ReportBookSnapshot);

    protected override void RestoreState(JsonText state) => _book.Restore(state.Read(DomainJson.Default.ReportBookSnapshot));

    private async Task<Outcome<Report>> Handle(Envelope envelope, Func<Act, Decision<ReportEvent, Report>> rule)
    {
        var answer = await Commit(envelope, rule, DomainJson.Default.Report);
        await ListAll();
        return answer;
    }

    // The report stands in this journal already: a line that the worklist could not take is brought again.
    private async Task ListAll()
    {
        try
        {
            using var acting = CallerContext.Become(Clerk);
            foreach (var report in _book.Unlisted.ToArray())
            {
                await GrainFactory.GetGrain<IReportWorklistGrain>(IReportWorklistGrain.Key)
                    .Write(new WorklistLine(report.Id, _book.Space, report.Subject, report.State, report.At, report.Agent));
                await Commit(
                    Envelope.Once(), _ => new Decision<ReportEvent, Done>([new ReportEvent.Listed(report.Id, report.State)], Done.Answer, []), GrainsJson.Default.Done);
            }
        }
        catch (Exception trouble) when (trouble is StorageTroubleException or TimeoutException)
        {
            LogNotListed(Logger, trouble);
            ListLater();
        }
    }

    private void ListLater() => this.RegisterGrainTimer(ListAll, new() { DueTime = RetryDelay, Period = Timeout.InfiniteTimeSpan, KeepAlive = true });

    [LoggerMessage(3041, LogLevel.Warning, "A report could not be brought to the worklist of support; it is tried again.")]
    private static partial void LogNotListed(ILogger logger, Exception trouble);
}
