using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Documents;

/// <summary>TD3.3: who hides, withholds, archives and removes whose documents.</summary>
public class ChangeDocumentTests
{
    private static readonly DocumentSheet Sheet = Papers.Sheet();
    private static readonly Caller.Professional Author = People.Professional(3, at: People.At(People.Clinic));
    private static readonly Caller.Professional AttendingDoctor = People.Professional(1);
    private static readonly Caller.Professional Reader = People.Professional(2);
    private static readonly Caller.Professional Optician = People.Professional(4, "28");

    public static TheoryData<string, Caller, string?> Deciding => new()
    {
        { "hide", People.Holder, null },
        { "hide", People.Laboratory(), null },
        { "hide", Author, null },
        { "hide", AttendingDoctor, null },
        { "hide", Reader, "document-not-yours" },
        { "hide", People.Platform(), "document-unknown" },
        { "hide", new Caller.Holder(People.OtherSpace), "only-the-holder" },
        { "withhold", People.Holder, "document-label-not-yours" },
        { "withhold", People.Laboratory(), null },
        { "withhold", AttendingDoctor, null },
        { "withhold", Reader, "document-not-yours" },
        { "archive", People.Holder, null },
        { "archive", Author, null },
        { "archive", AttendingDoctor, null },
        { "archive", Reader, "document-not-yours" },
        { "archive", new Caller.Holder(People.OtherSpace), "document-unknown" },
        { "delete", People.Laboratory(), null },
        { "delete", Author, null },
        { "delete", People.Holder, "document-not-yours" },
        { "delete", AttendingDoctor, "document-not-yours" },
        { "delete", Reader, "document-not-yours" },
        { "delete", People.Platform(), "document-unknown" },
    };

    [Theory]
    [MemberData(nameof(Deciding))]
    public void Who_changes_what(string change, Caller caller, string? refusal)
    {
        var decided = Decide(Given([.. Events.Activated(), Events.Deposited(Sheet)]), change, caller);
        Assert.Equal(refusal, decided.Answer.Refusal?.Code);
        Assert.Equal(refusal is null, decided.Events.Any(happened => happened is not SpaceEvent.Accessed and not SpaceEvent.AuthorisationGranted));
        Assert.Equal(!caller.IsCitizen, decided.Events.OfType<SpaceEvent.Accessed>().Any(happened =>
            happened.Trace.Action is TraceAction.ChangedDocument && happened.Trace.Allowed == (refusal is null)));
        if (refusal is null)
        {
            var space = Given([.. Events.Activated(), Events.Deposited(Sheet), .. decided.Events]);
            Assert.Equal(decided.Answer.Value, Assert.Single(space.Documents));
            Assert.Equal((2, Moments.Now), (decided.Answer.Value!.Version, decided.Answer.Value.UpdatedAt));
        }
    }

    [Theory]
    [InlineData("hide")]
    [InlineData("withhold")]
    [InlineData("archive")]
    [InlineData("delete")]
    public void What_a_professional_may_not_see_is_absent_for_their_changes_too(string change)
    {
        var absent = Decide(Given(Events.Activated()), change, Reader).Answer;
        Assert.Equal(DocumentRefusals.Unknown, absent.Refusal);
        Assert.Equal(absent, Decide(Given([.. Events.Activated(), Events.Deposited(Papers.Sheet(labels: Labels.HiddenFromProfessionals))]), change, Reader).Answer);
        Assert.Equal(absent, Decide(Given([.. Events.Activated(), Events.Deposited(Sheet), Events.Blocked(People.Subject(Reader))]), change, Reader).Answer);
        Assert.Equal(absent, Decide(Given([.. Events.Activated(), Events.Deposited(Papers.Sheet(type: Papers.Delivery))]), change, Optician).Answer);
    }

    [Fact]
    public void What_the_holder_has_hidden_only_the_holder_shows()
    {
        var byHolder = Given([.. Events.Activated(), Events.Deposited(Sheet)]);
        byHolder.Take(Decide(byHolder, "hide", People.Holder).Events);
        Assert.Equal(DocumentRefusals.HiddenByHolder, Show(byHolder, AttendingDoctor).Answer.Refusal);
        Assert.Equal(DocumentRefusals.HiddenByHolder, Show(byHolder, People.Laboratory()).Answer.Refusal);

        var byAuthor = Given([.. Events.Activated(), Events.Deposited(Sheet)]);
        byAuthor.Take(Decide(byAuthor, "hide", People.Laboratory()).Events);
        Assert.Null(Show(byAuthor, AttendingDoctor).Answer.Refusal);
        Assert.Null(Show(byAuthor, People.Holder).Answer.Refusal);
    }

    [Fact]
    public void Any_professional_who_sees_it_shows_a_withheld_document_and_the_holder_is_told()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet(labels: Labels.WithheldFromHolder))]);
        var shown = WithholdDocument.Decide(space, new(Sheet.LogicalId, Labels.WithheldFromHolder, false, Weights.Declaring), Acts.By(Reader), Papers.Matrix);
        Assert.Equal(Labels.None, shown.Answer.Value!.Draft.Labels);
        Assert.Contains(new Notice(NoticeKind.DocumentAdded, Sheet.LogicalId, Moments.Now), shown.Notices);
    }

    [Fact]
    public void Hidden_and_withheld_exclude_each_other()
    {
        var hidden = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet(labels: Labels.HiddenFromProfessionals))]);
        Assert.Equal(DocumentRefusals.LabelsExclusive, Decide(hidden, "withhold", People.Laboratory()).Answer.Refusal);
        var withheld = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet(labels: Labels.WithheldFromHolder))]);
        Assert.Equal(DocumentRefusals.LabelsExclusive, Decide(withheld, "hide", People.Laboratory()).Answer.Refusal);
        Assert.Equal(DocumentRefusals.LabelNotYours, WithholdDocument.Decide(
            hidden, new(Sheet.LogicalId, Labels.Restricted, true, Weights.Declaring), Acts.By(People.Laboratory()), Papers.Matrix).Answer.Refusal);
    }

    [Fact]
    public void What_was_removed_is_gone_for_everybody()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Sheet)]);
        space.Take(Decide(space, "delete", People.Laboratory()).Events);
        Assert.All(new Caller[] { People.Holder, AttendingDoctor, Author }, caller =>
        {
            var list = ListDocuments.Decide(space, new(MonEspaceSante.Domain.Search.ResourceQuery.Where(), Weights.Declaring), Acts.By(caller), Papers.Matrix);
            Assert.Empty(list.Answer.Value!.Documents);
            Assert.Equal(DocumentRefusals.Unknown, Decide(space, "archive", caller).Answer.Refusal);
        });
    }

    [Fact]
    public void The_holder_removes_what_they_have_added()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet(type: Papers.FromPatient, by: People.Holder))]);
        Assert.Equal(DocumentStatus.Deleted, Decide(space, "delete", People.Holder).Answer.Value!.Status);
    }

    [Fact]
    public void Each_version_of_a_sheet_is_told_to_who_may_see_that_version()
    {
        SpaceEvent[] history =
        [
            Events.Deposited(Sheet), new SpaceEvent.DocumentRelabelled(Sheet.LogicalId, Guid.NewGuid(), Labels.HiddenFromProfessionals, Moments.Now, false),
            new SpaceEvent.DocumentRelabelled(Sheet.LogicalId, Guid.NewGuid(), Labels.Normal, Moments.Now),
            new SpaceEvent.DocumentArchived(Sheet.LogicalId, true, Moments.Now), Events.Deposited(Papers.Sheet("other")),
        ];
        var space = Given([.. Events.Activated(), .. history]);
        var asked = new ReadDocumentHistory(Sheet.LogicalId, Weights.Declaring);
        Assert.Equal([4, 3, 2, 1], Versions(asked, People.Holder));
        Assert.Equal([4, 3, 1], Versions(asked, Reader));
        Assert.Equal([2], Versions(asked with { Version = 2 }, People.Holder));
        Assert.Empty(Versions(asked with { Version = 2 }, Reader));
        Assert.Equal(space.Documents.First(), asked.In(space, history, Acts.Holder(), Papers.Matrix).Versions[0]);
        Assert.Null(ReadDocumentHistory.Decide(space, asked, Acts.By(Reader), Papers.Matrix).Answer.Refusal);
        Assert.Equal(DocumentRefusals.Unknown, ReadDocumentHistory.Decide(space, asked with { Document = Guid.Empty }, Acts.By(Reader), Papers.Matrix).Answer.Refusal);

        IEnumerable<int> Versions(ReadDocumentHistory command, Caller caller) =>
            command.In(space, history, Acts.By(caller), Papers.Matrix).Versions.Select(sheet => sheet.Version);
    }

    private static Decision<SpaceEvent, DocumentSheet> Show(Space space, Caller caller) =>
        HideDocument.Decide(space, new(Sheet.LogicalId, false, Weights.Declaring), Acts.By(caller), Papers.Matrix);

    private static Decision<SpaceEvent, DocumentSheet> Decide(Space space, string change, Caller caller) => change switch
    {
        "hide" => HideDocument.Decide(space, new(Sheet.LogicalId, true, Weights.Declaring), Acts.By(caller), Papers.Matrix),
        "withhold" => WithholdDocument.Decide(
            space, new(Sheet.LogicalId, Labels.WithheldFromHolder, true, Weights.Declaring), Acts.By(caller), Papers.Matrix),
        "archive" => ArchiveDocument.Decide(space, new(Sheet.LogicalId, true, Weights.Declaring), Acts.By(caller), Papers.Matrix),
        _ => DeleteDocument.Decide(space, new(Sheet.LogicalId, Weights.Declaring), Acts.By(caller), Papers.Matrix),
    };
}
