using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Exports;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Exports;

public sealed class ExportTests
{
    private static readonly Guid Id = Events.ExportRequested().Export.Id;

    [Fact]
    public void The_holder_asks_and_is_woken_for_the_making_and_for_the_end()
    {
        var decision = RequestExport.Decide(Given(Events.Activated()), new(), Acts.Holder(), Papers.Matrix);

        var export = decision.Answer.Value!;
        Assert.Equal((TraceAction.RequestedExport, true), (TraceOf(decision).Action, TraceOf(decision).Allowed));
        Assert.Equal(new SpaceEvent.ExportRequested(new(export.Id, People.Holder, Moments.Now)), decision.Events[1]);
        Assert.Equal(
            [new(DueKind.ExportToPrepare, export.Id, Moments.Now.AddMinutes(5)), new(DueKind.ExportToRemove, export.Id, Moments.Now.AddDays(1))], decision.Due);
    }

    [Fact]
    public void Who_represents_a_minor_asks_for_them()
    {
        var decision = RequestExport.Decide(Given([.. Events.OfMinor(), Events.Parent]), new(), Acts.By(People.Representative()), Papers.Matrix);
        Assert.Equal(People.Representative(), decision.Answer.Value!.By);
    }

    [Fact]
    public void A_carer_does_not_and_the_attempt_is_traced()
    {
        var space = Given([.. Events.Activated(), new SpaceEvent.DelegationGiven(Samples.Delegation)]);
        var decision = RequestExport.Decide(space, new(), Acts.By(People.Carer()), Papers.Matrix);
        Assert.Equal(SpaceRefusals.OnlyTheHolder, decision.Answer.Refusal);
        Assert.False(TraceOf(decision).Allowed);
        Assert.Empty(decision.Due);
    }

    [Theory]
    [MemberData(nameof(Callers.NotTheHolder), MemberType = typeof(Callers))]
    public void Nobody_else_asks_or_downloads(Caller caller)
    {
        var space = Given([.. Events.Activated(), Events.ExportRequested(), Events.ExportReady()]);
        Assert.Equal(SpaceRefusals.OnlyTheHolder, RequestExport.Decide(space, new(), Acts.By(caller), Papers.Matrix).Answer.Refusal);
        Assert.Equal(ExportRefusals.Unknown, DownloadExport.Decide(space, new(Id), Acts.By(caller), Papers.Matrix).Answer.Refusal);
    }

    [Fact]
    public void Three_a_day_and_no_more()
    {
        var space = Given(Events.Activated());
        for (var number = 0; number < Export.MostADay; number++)
        {
            var request = RequestExport.Decide(space, new(), Acts.Holder(id: new(number, 0, 0, new byte[8])), Papers.Matrix);
            space.Take(request.Events);
            space.Take(FinishExport.Decide(space, new(request.Answer.Value!.Id, Papers.Content()), Acts.By(People.Platform())).Events);
        }

        Assert.Equal(ExportRefusals.TooMany, RequestExport.Decide(space, new(), Acts.Holder(Moments.Now.AddDays(1).AddTicks(-1)), Papers.Matrix).Answer.Refusal);
        Assert.True(RequestExport.Decide(space, new(), Acts.Holder(Moments.Now.AddDays(1)), Papers.Matrix).Answer.Accepted);
    }

    [Fact]
    public void What_is_made_is_told_and_can_be_downloaded_for_seven_days_to_the_tick()
    {
        var space = Given([.. Events.Activated(), Events.ExportRequested()]);
        Assert.Equal(ExportRefusals.NotReady, DownloadExport.Decide(space, new(Id), Acts.Holder(), Papers.Matrix).Answer.Refusal);
        var made = FinishExport.Decide(space, new(Id, Papers.Content()), Acts.By(People.Platform()));
        Assert.Equal(new Notice(NoticeKind.ExportReady, Id, Moments.Now), Assert.Single(made.Notices));
        Assert.Equal(new(DueKind.ExportToRemove, Id, Moments.Now.AddDays(7)), Assert.Single(made.Due));
        space.Take(made.Events);

        var end = Moments.Now.AddDays(7);
        var download = DownloadExport.Decide(space, new(Id), Acts.Holder(end.AddTicks(-1)), Papers.Matrix);
        Assert.Equal(Papers.Content(), download.Answer.Value!.Archive);
        Assert.Equal((TraceAction.DownloadedExport, true), (TraceOf(download).Action, TraceOf(download).Allowed));
        Assert.Equal(ExportRefusals.Unknown, DownloadExport.Decide(space, new(Id), Acts.Holder(end), Papers.Matrix).Answer.Refusal);

        RemoveExport.Decide(space, new(Id), Acts.By(People.Platform(), end.AddTicks(-1))).Then();
        RemoveExport.Decide(space, new(Id), Acts.By(People.Platform(), end)).Then(new SpaceEvent.ExportRemoved(Id, end));
    }

    [Fact]
    public void An_archive_that_is_not_made_in_a_day_is_given_up_and_may_be_asked_for_anew()
    {
        var space = Given([.. Events.Activated(), Events.ExportRequested(at: Moments.Now.AddDays(-1))]);
        Assert.Equal(ExportRefusals.Unknown, FinishExport.Decide(space, new(Id, Papers.Content()), Acts.By(People.Platform())).Answer.Refusal);
        Assert.NotEqual(Id, RequestExport.Decide(space, new(), Acts.Holder(), Papers.Matrix).Answer.Value!.Id);
        RemoveExport.Decide(space, new(Id), Acts.By(People.Platform())).Then(new SpaceEvent.ExportRemoved(Id, Moments.Now));
    }

    [Fact]
    public void Of_two_archives_for_one_export_the_first_counts()
    {
        var space = Given([.. Events.Activated(), Events.ExportRequested(), Events.ExportReady()]);
        var second = FinishExport.Decide(space, new(Id, Papers.Content() with { Blob = "another" }), Acts.By(People.Platform()));
        Assert.Equal(Papers.Content(), second.Then().Archive);
    }

    [Fact]
    public void Only_the_platform_makes_and_removes()
    {
        var space = Given([.. Events.Activated(), Events.ExportRequested()]);
        FinishExport.Decide(space, new(Id, Papers.Content()), Acts.Holder()).ThenRefused(ExportRefusals.OnlyThePlatform);
        RemoveExport.Decide(space, new(Id), Acts.Holder(Moments.Now.AddDays(9))).ThenRefused(ExportRefusals.OnlyThePlatform);
    }

    [Fact]
    public void A_representative_downloads_their_own_and_not_the_holders()
    {
        var space = Given([.. Events.OfMinor(), Events.Parent, Events.ExportRequested(People.Representative()), Events.ExportReady()]);
        Assert.True(DownloadExport.Decide(space, new(Id), Acts.By(People.Representative()), Papers.Matrix).Answer.Accepted);
        Assert.Equal(ExportRefusals.Unknown, DownloadExport.Decide(space, new(Id), Acts.Holder(), Papers.Matrix).Answer.Refusal);
    }

    private static AccessTrace TraceOf(Decision<SpaceEvent, Export> decision) => decision.Events.OfType<SpaceEvent.Accessed>().Single().Trace;
}
