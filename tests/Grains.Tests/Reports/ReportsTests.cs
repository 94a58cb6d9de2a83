using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Reports;
using MonEspaceSante.Grains.Tests.World;

namespace MonEspaceSante.Grains.Tests.Reports;

/// <summary>Reports reach the worklist whatever fails, and nobody reads what is not theirs to read.</summary>
public sealed class ReportsTests : IAsyncLifetime
{
    private static readonly MakeReport Make = new(ReportSubject.Service, "Appli", "Elle demande trop.", null);

    private readonly SpaceId _id = SpaceId.Random();
    private readonly Stores _stores = new();
    private RunningGrains _grains = null!;

    private IReportsGrain Reports => _grains.Factory.GetGrain<IReportsGrain>(_id.Value);

    private IReportWorklistGrain Worklist => _grains.Factory.GetGrain<IReportWorklistGrain>(IReportWorklistGrain.Key);

    public async Task InitializeAsync() => _grains = await RunningGrains.StartAsync(_stores);

    public async Task DisposeAsync() => await _grains.DisposeAsync();

    [Fact]
    public async Task A_report_is_on_the_worklist_when_it_is_answered_for()
    {
        var made = await MakeAsync();
        var line = Assert.Single(await LinesAsync());
        Assert.Equal((made.Id, ReportState.Open), (line.Id, line.State));
        Assert.Equal(ReportState.InHand, (await As(Fictive.Agent, () => Reports.Take(Envelope.Once(), new TakeReport(made.Id)))).Value!.State);
        Assert.Equal(ReportState.InHand, Assert.Single(await LinesAsync()).State);
    }

    [Fact]
    public async Task A_line_that_could_not_be_written_is_written_with_the_next_change_and_survives_restarts()
    {
        _stores.Blobs.Fails = Storage.Journals.JournalId.Of("report-worklist", IReportWorklistGrain.Key).ToString();
        var made = await MakeAsync();
        _stores.Blobs.Fails = null;
        Assert.Empty(await LinesAsync());
        await _grains.DisposeAsync();
        _grains = await RunningGrains.StartAsync(_stores);
        await As(new Caller.Holder(_id), () => Reports.Make(Envelope.Once(), Make));
        Assert.Equal(made.Id, Assert.Single(await LinesAsync()).Id);
        Assert.Equal(made.Id, Assert.Single((await As(new Caller.Holder(_id), Reports.Mine)).Value!.Reports).Id);
    }

    [Fact]
    public async Task Nobody_reads_what_is_not_theirs()
    {
        var made = await MakeAsync();
        Assert.Equal(ReportRefusals.InOtherHands, (await As(Fictive.Agent, () => Reports.Read(made.Id))).Refusal);
        foreach (var caller in new[] { Fictive.Doctor, Fictive.Laboratory, new Caller.Holder(SpaceId.Random()), new Caller.Platform("edge") })
        {
            Assert.Equal(SpaceRefusals.OnlyTheHolder, (await As(caller, Reports.Mine)).Refusal);
            Assert.Equal(ReportRefusals.OnlySupport, (await As(caller, () => Reports.Read(made.Id))).Refusal);
            Assert.Equal(ReportRefusals.OnlySupport, (await As(caller, Worklist.Read)).Refusal);
        }

        var forged = new WorklistLine(Guid.NewGuid(), _id, ReportSubject.Service, ReportState.Open, default, null);
        Assert.Equal(ReportRefusals.OnlySupport, (await As(Fictive.Agent, () => Worklist.Write(forged))).Refusal);
    }

    private async Task<Report> MakeAsync() => (await As(new Caller.Holder(_id), () => Reports.Make(Envelope.Once(), Make))).Value!;

    private async Task<IEnumerable<WorklistLine>> LinesAsync() => (await As(Fictive.Agent, Worklist.Read)).Value!.Lines;

    private static async Task<T> As<T>(Caller caller, Func<Task<T>> ask)
    {
        using var acting = CallerContext.Become(caller);
        return await ask();
    }
}
