using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MonEspaceSante.Domain;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Wire;
using MonEspaceSante.Storage.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Reports;

[GrainType("report-worklist")]
internal sealed class ReportWorklistGrain(SupportTeam support, JournalServices services, ILogger<ReportWorklistGrain> logger)
    : JournaledGrain<WorklistEvent>(services, logger), IReportWorklistGrain
{
    private readonly Worklist _worklist = new();

    protected override JournalId JournalId => JournalId.Of("report-worklist", this.GetPrimaryKeyString());

    protected override JsonTypeInfo<WorklistEvent> EventType => DomainJson.Default.WorklistEvent;

    protected override int SnapshotSchema => 1;

    public async Task<Outcome<Done>> Write(WorklistLine line) => CallerContext.Required is Caller.Platform
        ? await Commit(Envelope.Once(), _ => _worklist.Write(line), GrainsJson.Default.Done)
        : ReportRefusals.OnlySupport;

    public Task<Outcome<WorklistLines>> Read() => Task.FromResult<Outcome<WorklistLines>>(
        support.AgentOf(CallerContext.Required) is not null ? new WorklistLines(_worklist.Lines.OrderBy(line => line.At).ToValueList()) : ReportRefusals.OnlySupport);

    protected override void Apply(WorklistEvent happened) => _worklist.Apply(happened);

    protected override JsonText SnapshotState() =>
        JsonText.Of(new WorklistLines(_worklist.Lines.ToValueList()), GrainsJson.Default.WorklistLines);

    protected override void RestoreState(JsonText state)
    {
        foreach (var line in state.Read(GrainsJson.Default.WorklistLines).Lines)
        {
            _worklist.Apply(new WorklistEvent.LineWritten(line));
        }
    }
}
