using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Reports;

public class ReportTests
{
    private static readonly SupportTeam Support = new(People.Clinic);
    private static readonly Caller.Staff Agent = People.Staff();
    private static readonly Caller.Staff Other = Agent with { Id = ProfessionalId.Parse("3990000001/008", null) };
    private static readonly MakeReport Make = new(ReportSubject.Service, "Appli", "Elle demande trop.", new("Bilan", []));

    [Fact]
    public void A_report_goes_from_open_to_answered_to_closed_and_the_holder_is_told()
    {
        var book = new ReportBook(People.Space);
        var id = Take(book, MakeReport.Decide(book, Make, Acts.Holder())).Id;
        Assert.Equal(ReportState.InHand, Take(book, TakeReport.Decide(book, new(id), Acts.By(Agent), Support)).State);
        var answered = AnswerReport.Decide(book, new(id, " Vu. "), Acts.By(Agent), Support);
        Assert.Equal([new Notice(NoticeKind.ReportAnswered, id, Moments.Now)], answered.Notices);
        Assert.Equal("Vu.", Take(book, answered).Answer);
        var closed = CloseReport.Decide(book, new(id), Acts.By(Agent), Support);
        Assert.Single(closed.Notices);
        Take(book, closed);
        Assert.Equal((ReportState.Closed, null), (book.Find(id)!.State, book.Find(id)!.Evidence));
        TakeReport.Decide(book, new(id), Acts.By(Agent), Support).ThenRefused(ReportRefusals.Unknown);
    }

    [Fact]
    public void The_holder_withdraws_in_silence()
    {
        var book = Made(out var id);
        var closed = CloseReport.Decide(book, new(id), Acts.Holder(), Support);
        Assert.True(closed.Answer.Accepted);
        Assert.Empty(closed.Notices);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Report.LongestText + 1)]
    public void Texts_are_bounded(int length)
    {
        var book = Made(out var id);
        Take(book, TakeReport.Decide(book, new(id), Acts.By(Agent), Support));
        var text = new string('x', length);
        MakeReport.Decide(book, Make with { Text = text }, Acts.Holder()).ThenRefused(ReportRefusals.TextLength.At("text"));
        AnswerReport.Decide(book, new(id, text), Acts.By(Agent), Support).ThenRefused(ReportRefusals.TextLength.At("text"));
    }

    [Fact]
    public void A_holder_has_twenty_open_reports_at_most()
    {
        var book = new ReportBook(People.Space);
        for (var i = 0; i < MakeReport.MostOpen; i++)
        {
            Take(book, MakeReport.Decide(book, Make with { Reference = $"Appli {i}" }, Acts.Holder(id: Ids.Of(Guid.Empty, $"{i}"))));
        }

        MakeReport.Decide(book, Make, Acts.Holder()).ThenRefused(ReportRefusals.TooManyOpen);
        Take(book, CloseReport.Decide(book, new(book.Reports.First().Id), Acts.Holder(), Support));
        Assert.True(MakeReport.Decide(book, Make, Acts.Holder()).Answer.Accepted);
    }

    [Fact]
    public void An_agent_does_not_touch_what_another_has_in_hand_or_nobody_has_taken()
    {
        var book = Made(out var id);
        AnswerReport.Decide(book, new(id, "Vu."), Acts.By(Agent), Support).ThenRefused(ReportRefusals.InOtherHands);
        Take(book, TakeReport.Decide(book, new(id), Acts.By(Other), Support));
        TakeReport.Decide(book, new(id), Acts.By(Agent), Support).ThenRefused(ReportRefusals.InOtherHands);
        AnswerReport.Decide(book, new(id, "Vu."), Acts.By(Agent), Support).ThenRefused(ReportRefusals.InOtherHands);
        CloseReport.Decide(book, new(id), Acts.By(Agent), Support).ThenRefused(ReportRefusals.InOtherHands);
    }

    [Theory]
    [MemberData(nameof(Callers.NotForTheHolder), MemberType = typeof(Callers))]
    public void Nobody_else_reports_and_only_agents_of_the_operator_handle(Caller caller)
    {
        var book = Made(out var id);
        MakeReport.Decide(book, Make, Acts.By(caller)).ThenRefused(SpaceRefusals.OnlyTheHolder);
        foreach (var team in new[] { new SupportTeam(People.Samu), new SupportTeam(Operator: null) })
        {
            TakeReport.Decide(book, new(id), Acts.By(caller), team).ThenRefused(ReportRefusals.OnlySupport);
            AnswerReport.Decide(book, new(id, "Vu."), Acts.By(caller), team).ThenRefused(ReportRefusals.OnlySupport);
            CloseReport.Decide(book, new(id), Acts.By(caller), team).ThenRefused(ReportRefusals.OnlySupport);
        }
    }

    [Fact]
    public void The_worklist_is_told_of_every_state_and_forgets_what_is_closed()
    {
        var book = Made(out var id);
        Assert.Equal(id, Assert.Single(book.Unlisted).Id);
        book.Apply(new ReportEvent.Listed(id, ReportState.Open));
        Assert.Empty(book.Unlisted);
        Take(book, TakeReport.Decide(book, new(id), Acts.By(Agent), Support));
        Assert.Single(book.Unlisted);

        var worklist = new Worklist();
        var line = new WorklistLine(id, People.Space, ReportSubject.Service, ReportState.Open, Moments.Now, null);
        worklist.Apply(Assert.Single(worklist.Write(line).Events));
        worklist.Write(line).Then();
        worklist.Apply(Assert.Single(worklist.Write(line with { State = ReportState.Closed }).Events));
        Assert.Empty(worklist.Lines);
        worklist.Write(line with { State = ReportState.Closed }).Then();
    }

    [Fact]
    public void A_book_is_restored_as_it_was()
    {
        var book = new ReportBook(People.Space);
        Array.ForEach(Samples.ReportEvents, book.Apply);
        var restored = new ReportBook(People.Space);
        restored.Restore(book.Snapshot());
        Assert.Equal(book.Snapshot(), restored.Snapshot());
        Assert.Equal(book.Unlisted, restored.Unlisted);
    }

    private static ReportBook Made(out Guid id)
    {
        var book = new ReportBook(People.Space);
        id = Take(book, MakeReport.Decide(book, Make, Acts.Holder())).Id;
        return book;
    }

    private static Report Take(ReportBook book, Decision<ReportEvent, Report> decision)
    {
        Assert.Null(decision.Answer.Refusal);
        foreach (var happened in decision.Events)
        {
            book.Apply(happened);
        }

        return decision.Answer.Value!;
    }
}
