using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Documents;

public class SubmitDocumentsTests
{
    private static readonly SubmissionDraft Set = Papers.Submission();

    public static TheoryData<SubmissionDraft> Wordy
    {
        get
        {
            var text = new string('a', 257);
            return
            [
                Set with { UniqueId = text }, Set with { SourceId = text }, Set with { Title = text }, Set with { Source = new(null, text) },
                Set with { Designation = new(text, "11") }, Set with { Designation = new("s", text) }, Set with { Designation = new("s", "11", text) },
            ];
        }
    }

    [Fact]
    public void Each_document_is_a_deposit_that_keeps_the_set()
    {
        var space = Given(Events.Activated());
        var decision = Submit(space, [Papers.Draft("1"), Papers.Draft("2")]);

        var sheets = decision.Events.Cast<SpaceEvent.DocumentDeposited>().Select(deposited => deposited.Sheet).ToList();
        var set = new SubmissionSet(Ids.Of(Acts.Holder().CommandId, "submission"), Set);
        Assert.Equal(["1", "2"], sheets.Select(sheet => sheet.Draft.UniqueId));
        Assert.All(sheets, sheet => Assert.Equal(set, sheet.Submission));
        Assert.Equal(
            new SubmissionReceipt(
                new(set.Id, 1, Moments.Now), [new(sheets[0].LogicalId, 1, Moments.Now), new(sheets[1].LogicalId, 1, Moments.Now)], []),
            decision.Answer.Value);
        Assert.Equal(sheets.Select(sheet => new Notice(NoticeKind.DocumentAdded, sheet.LogicalId, Moments.Now)), decision.Notices);
        Assert.Empty(space.Documents);
    }

    [Fact]
    public void The_vault_and_the_rule_give_a_document_the_same_identity() => Assert.Equal(
        Ids.Of(SubmitDocuments.PartOf(Acts.Holder().CommandId, 1), "document"),
        Submit(Given(Events.Activated()), [Papers.Draft("1"), Papers.Draft("2")]).Answer.Value!.Documents[1].Id);

    [Fact]
    public void One_refused_document_refuses_them_all_and_is_pointed_at() =>
        Submit(Given(Events.Activated()), [Papers.Draft("1"), Papers.Draft("2", type: "no-such-type")])
            .ThenRefused(DocumentRefusals.TypeUnknown.At("document 1"));

    [Fact]
    public void Nothing_enters_a_space_that_is_not_open() =>
        Submit(Given(Events.Recorded, Events.Opposed), [Papers.Draft("1")]).ThenRefused(SpaceRefusals.NotOpen.At("document 0"));

    [Fact]
    public void A_space_never_written_takes_the_holder_in_once()
    {
        var decision = Submit(NeverWritten(), [Papers.Draft("1"), Papers.Draft("2")]);
        Assert.Null(decision.Answer.Refusal);
        Assert.Equal(
            [typeof(SpaceEvent.HolderRecorded), typeof(SpaceEvent.DocumentDeposited), typeof(SpaceEvent.DocumentDeposited)],
            decision.Events.Select(happened => happened.GetType()));
    }

    [Fact]
    public void A_later_document_replaces_an_earlier_one_of_the_same_set()
    {
        var space = Given(Events.Activated());
        space.Take(Submit(space, [Papers.Draft("1"), Papers.Draft("2", replaces: "1")], [new("1", null, "patch")]).Events);
        Assert.Equal([DocumentStatus.Superseded, DocumentStatus.Current], space.Documents.Select(document => document.Status));
    }

    [Fact]
    public void Two_documents_of_one_identifier_and_other_contents_are_refused()
    {
        var command = Command([Papers.Draft("1"), Papers.Draft("1")], []);
        command = command with { Documents = [command.Documents[0], command.Documents[1] with { Content = Papers.Content("bb") }] };
        SubmitDocuments.Decide(Given(Events.Activated()), command, Acts.By(People.Laboratory()), Papers.Types, Papers.Matrix)
            .ThenRefused(DocumentRefusals.AlreadyDeposited.At("document 1"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_replacement_supersedes_and_tells_the_new_version_of_the_old_document(bool byUniqueId)
    {
        var old = Papers.Sheet("1.2.3");
        var named = byUniqueId ? new NamedDocument("1.2.3", null, "patch") : new(null, old.LogicalId, "patch");
        var decision = Submit(Given([.. Events.Activated(), Events.Deposited(old)]), [Papers.Draft("1.2.4", replaces: "1.2.3")], [named]);

        Assert.Equal(new SpaceEvent.DocumentSuperseded(old.LogicalId, decision.Answer.Value!.Documents[0].Id, Moments.Now), decision.Events[1]);
        Assert.Equal([new StoredVersion(old.LogicalId, 2, Moments.Now)], decision.Answer.Value!.Superseded);
    }

    [Fact]
    public void A_replacement_needs_no_patch()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet("1.2.3"))]);
        space.Take(Submit(space, [Papers.Draft("1.2.4", replaces: "1.2.3")]).Events);
        Assert.Equal(DocumentStatus.Superseded, space.Documents.First().Status);
    }

    [Fact]
    public void Only_what_the_set_replaces_is_patched_and_what_is_unknown_is_refused_alike()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet("1.2.3"))]);
        Submit(space, [Papers.Draft("1.2.4")], [new("1.2.3", null, "patch")]).ThenRefused(SubmissionRefusals.NotReplacedHere.At("patch"));
        Submit(space, [Papers.Draft("1.2.4")], [new("9.9.9", null, "patch")]).ThenRefused(SubmissionRefusals.NotReplacedHere.At("patch"));
        Submit(space, [Papers.Draft("1.2.4")], [new(null, Guid.Empty, "patch")]).ThenRefused(SubmissionRefusals.NotReplacedHere.At("patch"));
    }

    [Fact]
    public void The_same_submission_again_changes_nothing_and_is_answered_alike()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet("1"))]);
        var first = Submit(space, [Papers.Draft("2", replaces: "1"), Papers.Draft("3")], [new("1", null, "patch")]);
        space.Take(first.Events);
        var again = Submit(space, [Papers.Draft("2", replaces: "1"), Papers.Draft("3")], [new("1", null, "patch")], id: Guid.NewGuid());
        Assert.Equal(first.Answer, again.Answer);
        Assert.Empty(again.Events);
        Assert.Empty(again.Notices);
    }

    [Fact]
    public void What_had_come_alone_has_no_set_and_what_comes_with_it_has()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet("1"))]);
        Assert.Null(Submit(space, [Papers.Draft("1")]).Answer.Value!.Set);

        var mixed = Submit(space, [Papers.Draft("1"), Papers.Draft("2")]);
        Assert.Equal(Ids.Of(Acts.Holder().CommandId, "submission"), mixed.Answer.Value!.Set!.Id);
        Assert.Single(mixed.Events);
    }

    [Fact]
    public void One_identifier_names_one_set()
    {
        var space = Given(Events.Activated());
        space.Take(Submit(space, [Papers.Draft("1")]).Events);
        Submit(space, [Papers.Draft("2")], id: Guid.NewGuid()).ThenRefused(SubmissionRefusals.AlreadySubmitted.At("set"));

        var unnamed = Command([Papers.Draft("2")], []) with { Set = Set with { UniqueId = null } };
        Assert.Null(SubmitDocuments.Decide(space, unnamed, Acts.By(People.Laboratory(), id: Guid.NewGuid()), Papers.Types, Papers.Matrix).Answer.Refusal);
    }

    [Theory]
    [MemberData(nameof(Wordy))]
    public void A_set_is_described_in_few_words(SubmissionDraft set) =>
        SubmitDocuments.Decide(Given(Events.Activated()), Command([Papers.Draft("1")], []) with { Set = set }, Acts.By(People.Laboratory()), Papers.Types, Papers.Matrix)
            .ThenRefused(SubmissionRefusals.TextTooLong.At("set"));

    private static Decision<SpaceEvent, SubmissionReceipt> Submit(
        Space space, IEnumerable<DocumentDraft> drafts, ValueList<NamedDocument>? superseded = null, Caller? by = null, Guid? id = null) =>
        SubmitDocuments.Decide(space, Command(drafts, superseded ?? []), Acts.By(by ?? People.Laboratory(), id: id), Papers.Types, Papers.Matrix);

    private static SubmitDocuments Command(IEnumerable<DocumentDraft> drafts, ValueList<NamedDocument> superseded) => new(
        People.Sheet, Set, drafts.Select((draft, index) => new SubmittedDocument(draft, Papers.Content(), null, $"document {index}")).ToValueList(), superseded, "set");
}
