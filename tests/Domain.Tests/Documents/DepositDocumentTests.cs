using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Documents;

public class DepositDocumentTests
{
    private static readonly PrivacyChoices HidingNew = PrivacyChoices.Unexpressed with { HideNewDocuments = true };

    public static TheoryData<DocumentDraft, Refusal> Faulty => new()
    {
        { Papers.Draft(type: "no-such-type"), DocumentRefusals.TypeUnknown },
        { Papers.Draft(uniqueId: ""), DocumentRefusals.UniqueIdInvalid },
        { Papers.Draft(uniqueId: new('1', 257)), DocumentRefusals.UniqueIdInvalid },
        { Papers.Draft() with { Title = "" }, DocumentRefusals.TitleInvalid },
        { Papers.Draft() with { Title = new('a', 251) }, DocumentRefusals.TitleInvalid },
        { Papers.Draft() with { CreatedAt = Moments.Now.AddMinutes(5) + Moments.Tick }, DocumentRefusals.CreatedInFuture },
        { Papers.Draft(labels: Labels.HiddenFromProfessionals | Labels.WithheldFromHolder), DocumentRefusals.LabelsExclusive },
        { Papers.Draft(labels: Labels.Normal | Labels.HiddenFromProfessionals | Labels.WithheldFromHolder), DocumentRefusals.LabelsExclusive },
        { Papers.Draft(replaces: "9.9.9"), DocumentRefusals.ReplacedUnknown },
    };

    public static TheoryData<DocumentDraft> Sound =>
    [
        Papers.Draft() with { Class = "10" },
        Papers.Draft(uniqueId: new('1', 256)) with { Title = new('a', 250) },
        Papers.Draft() with { CreatedAt = Moments.Now.AddMinutes(5) },
        Papers.Draft(labels: Labels.HiddenFromProfessionals | Labels.WithheldFromGuardians),
        Papers.Draft(labels: Labels.WithheldFromHolder | Labels.WithheldFromGuardians),
    ];

    public static TheoryData<Caller, bool> Feeders => new()
    {
        { People.Professional(), true },
        { People.Staff(), true },
        { People.Laboratory(), true },
        { People.Platform(), false },
        { new Caller.Holder(People.OtherSpace), false },
    };

    [Fact]
    public void A_deposit_makes_the_first_sheet_and_tells_the_holder()
    {
        var decision = Deposit(Given(Events.Activated()), Papers.Draft(), People.Laboratory());
        var id = Ids.Of(Acts.Holder().CommandId, "document");
        var sheet = new DocumentSheet(
            Ids.Of(Acts.Holder().CommandId, "sheet"), id, 1, Papers.Draft() with { Class = "10" }, Papers.Content(), DocumentStatus.Current, false,
            new(null, People.Clinic, "Laboratoire fictif", false), Moments.Now, Moments.Now);
        var receipt = decision.Then(Events.Deposited(sheet));
        Assert.Equal(new DepositReceipt(sheet.Id, id, 1, Moments.Now, Labels.Normal, "10", sheet.Content.Blob), receipt);
        Assert.Equal([new Notice(NoticeKind.DocumentAdded, id, Moments.Now)], decision.Notices);
    }

    [Fact]
    public void A_space_never_written_takes_the_holder_in_with_its_first_document()
    {
        var decision = Deposit(NeverWritten(), Papers.Draft(), People.Laboratory(), Moments.Opening.AddDays(200));
        Assert.Equal(Events.Recorded, decision.Events[0]);
        Assert.IsType<SpaceEvent.DocumentDeposited>(decision.Events[1]);
    }

    [Fact]
    public void Nothing_enters_a_space_that_is_not_open()
    {
        Deposit(Given(Events.Recorded), Papers.Draft(), People.Laboratory(), Moments.Opening - Moments.Tick).ThenRefused(SpaceRefusals.NotOpen);
        Deposit(Given(Events.Recorded, Events.Opposed), Papers.Draft(), People.Laboratory()).ThenRefused(SpaceRefusals.NotOpen);
        Assert.Null(Deposit(Given(Events.Recorded), Papers.Draft() with { CreatedAt = Moments.Informed }, People.Laboratory(), Moments.Opening).Answer.Refusal);
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_sheet_is_refused(DocumentDraft draft, Refusal refusal) =>
        Deposit(Given(Events.Activated()), draft, People.Laboratory()).ThenRefused(refusal);

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_sheet_is_taken(DocumentDraft draft) =>
        Assert.Null(Deposit(Given(Events.Activated()), draft, People.Laboratory()).Answer.Refusal);

    [Fact]
    public void The_class_follows_from_the_type_whatever_is_said_and_is_kept_as_said_where_the_table_has_none()
    {
        var unclassified = Papers.Types.All.First(type => type.Class is null && !type.FromPatient).Code;
        Assert.Equal("10", Deposit(Given(Events.Activated()), Papers.Draft(), People.Laboratory()).Answer.Value!.Class);
        Assert.Equal("10", Deposit(Given(Events.Activated()), Papers.Draft() with { Class = "42" }, People.Laboratory()).Answer.Value!.Class);
        Assert.Equal("52", Deposit(Given(Events.Activated()), Papers.Draft(type: unclassified) with { Class = "52" }, People.Laboratory()).Answer.Value!.Class);
    }

    [Theory]
    [MemberData(nameof(Feeders))]
    public void Professionals_staff_and_structures_feed_and_need_no_authorisation(Caller caller, bool feeds)
    {
        var decision = Deposit(Given(Events.Activated()), Papers.Draft(), caller);
        Assert.Equal(feeds ? null : DocumentRefusals.MayNotDeposit, decision.Answer.Refusal);
    }

    [Fact]
    public void Even_a_blocked_professional_feeds() => Assert.Null(
        Deposit(Given([.. Events.Activated(), Events.Blocked(People.Subject(People.Professional()))]), Papers.Draft(), People.Professional()).Answer.Refusal);

    [Fact]
    public void The_holder_deposits_the_types_of_patients_and_is_not_told_of_it()
    {
        var decision = Deposit(Given(Events.Activated()), Papers.Draft(type: Papers.FromPatient), People.Holder);
        Assert.Null(decision.Answer.Refusal);
        Assert.Empty(decision.Notices);
        Deposit(Given(Events.Activated()), Papers.Draft(), People.Holder).ThenRefused(DocumentRefusals.NotAPatientType);
    }

    [Theory]
    [InlineData(Labels.None, true)]
    [InlineData(Labels.Normal, true)]
    [InlineData(Labels.HiddenFromProfessionals, true)]
    [InlineData(Labels.Restricted, false)]
    [InlineData(Labels.WithheldFromHolder, false)]
    [InlineData(Labels.Normal | Labels.WithheldFromGuardians, false)]
    public void The_holder_hides_from_professionals_and_sets_no_other_label(Labels labels, bool accepted)
    {
        var refusal = Deposit(Given(Events.Activated()), Papers.Draft(type: Papers.FromPatient, labels: labels), People.Holder).Answer.Refusal;
        Assert.Equal(accepted ? null : DocumentRefusals.LabelNotYours, refusal);
    }

    [Fact]
    public void What_is_withheld_from_the_holder_is_not_announced() =>
        Assert.Empty(Deposit(Given(Events.Activated()), Papers.Draft(labels: Labels.WithheldFromHolder), People.Laboratory()).Notices);

    [Theory]
    [InlineData(Labels.Normal, Labels.Normal | Labels.HiddenFromProfessionals)]
    [InlineData(Labels.None, Labels.HiddenFromProfessionals)]
    [InlineData(Labels.WithheldFromHolder, Labels.WithheldFromHolder)]
    public void Where_the_holder_hides_what_is_new_it_is_hidden_unless_withheld(Labels said, Labels kept) => Assert.Equal(
        kept, Deposit(Given(Events.Activated(HidingNew)), Papers.Draft(labels: said), People.Laboratory()).Answer.Value!.Labels);

    [Fact]
    public void The_holder_s_own_deposit_is_hidden_only_if_they_say_so() => Assert.Equal(
        Labels.Normal, Deposit(Given(Events.Activated(HidingNew)), Papers.Draft(type: Papers.FromPatient), People.Holder).Answer.Value!.Labels);

    [Fact]
    public void The_same_document_by_the_same_hand_is_the_same_deposit()
    {
        var known = Papers.Sheet();
        var space = Given([.. Events.Activated(), Events.Deposited(known)]);
        var receipt = Deposit(space, Papers.Draft(), People.Laboratory(), id: Guid.NewGuid()).Then();
        Assert.Equal((known.Id, known.LogicalId, known.DepositedAt), (receipt.Id, receipt.LogicalId, receipt.DepositedAt));
    }

    [Fact]
    public void Another_content_under_the_same_identifier_is_refused_to_who_knows_the_document()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet()), Events.Authorised(People.Subject(People.Professional()))]);
        Deposit(space, Papers.Draft(), People.Professional()).ThenRefused(DocumentRefusals.AlreadyDeposited);
        DepositDocument.Decide(space, new(People.Sheet, Papers.Draft(), Papers.Content("bb")), Acts.By(People.Laboratory()), Papers.Types, Papers.Matrix)
            .ThenRefused(DocumentRefusals.AlreadyDeposited);
    }

    [Fact]
    public void What_a_depositor_may_not_know_of_does_not_answer_them()
    {
        var stranger = People.Professional();
        var alone = Deposit(Given(Events.Activated()), Papers.Draft(), stranger);
        SpaceEvent[][] worlds =
        [
            [Events.Deposited(Papers.Sheet())],
            [Events.Deposited(Papers.Sheet(labels: Labels.HiddenFromProfessionals)), Events.Authorised(People.Subject(stranger))],
            [Events.Deposited(Papers.Sheet()), Events.Authorised(People.Subject(stranger)), Events.Blocked(People.Subject(stranger))],
        ];
        Assert.All(worlds, world =>
        {
            var space = Given([.. Events.Activated(), .. world]);
            var decided = Deposit(space, Papers.Draft(), stranger);
            Assert.Equal(alone.Answer, decided.Answer);
            space.Take(decided.Events);
            Assert.Equal(2, space.Named("1.2.3").Count());

            // Each of them replaces their own.
            Assert.Equal(alone.Answer.Value!.LogicalId, Superseded(Deposit(space, Papers.Draft("1.2.4", replaces: "1.2.3"), stranger, id: Guid.NewGuid())));
            Assert.Equal(Papers.Sheet().LogicalId, Superseded(Deposit(space, Papers.Draft("1.2.5", replaces: "1.2.3"), People.Laboratory(), id: Guid.NewGuid())));
        });

        static Guid Superseded(Decision<SpaceEvent, DepositReceipt> decision) => decision.Events.OfType<SpaceEvent.DocumentSuperseded>().Single().LogicalId;
    }

    [Fact]
    public void A_replacement_supersedes_and_both_stay()
    {
        var old = Papers.Sheet();
        var space = Given([.. Events.Activated(), Events.Deposited(old)]);
        var decision = Deposit(space, Papers.Draft("1.2.4", replaces: "1.2.3"), People.Laboratory());
        Assert.Equal(2, decision.Events.Count);
        Assert.Equal(new SpaceEvent.DocumentSuperseded(old.LogicalId, decision.Answer.Value!.LogicalId, Moments.Now), decision.Events[1]);
        space.Take(decision.Events);
        Assert.Equal([DocumentStatus.Superseded, DocumentStatus.Current], space.Documents.Select(document => document.Status));
    }

    [Fact]
    public void What_is_replaced_may_be_named_by_its_identity()
    {
        var old = Papers.Sheet();
        var space = Given([.. Events.Activated(), Events.Deposited(old)]);
        foreach (var id in new[] { old.Id, old.LogicalId })
        {
            var command = new DepositDocument(People.Sheet, Papers.Draft("1.2.4"), Papers.Content(), id);
            var decision = DepositDocument.Decide(space, command, Acts.By(People.Laboratory()), Papers.Types, Papers.Matrix);
            Assert.Equal("1.2.3", Assert.IsType<SpaceEvent.DocumentDeposited>(decision.Events[0]).Sheet.Draft.Replaces);
            Assert.Equal(old.LogicalId, Assert.IsType<SpaceEvent.DocumentSuperseded>(decision.Events[1]).LogicalId);
            DepositDocument.Decide(space, command with { Replaced = Guid.Empty }, Acts.By(People.Laboratory()), Papers.Types, Papers.Matrix)
                .ThenRefused(DocumentRefusals.ReplacedUnknown);
        }
    }

    [Fact]
    public void Who_works_in_the_structure_of_the_author_replaces_too()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet(by: People.Professional(3, at: People.At(People.Clinic))))]);
        var colleague = People.Professional(4, at: People.At(People.Clinic));
        Assert.Null(Deposit(space, Papers.Draft("1.2.4", replaces: "1.2.3"), colleague).Answer.Refusal);
    }

    [Fact]
    public void Another_hand_does_not_replace()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet(by: People.Professional(3)))]);
        var draft = Papers.Draft("1.2.4", replaces: "1.2.3");
        Deposit(space, draft, People.Professional(4)).ThenRefused(DocumentRefusals.ReplacedUnknown);
        Deposit(space, draft, People.Laboratory()).ThenRefused(DocumentRefusals.ReplacedUnknown);
        Deposit(space, draft with { Type = Papers.FromPatient }, People.Holder).ThenRefused(DocumentRefusals.ReplacedUnknown);
    }

    [Fact]
    public void A_professional_does_not_replace_what_the_holder_deposited()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet(type: Papers.FromPatient, by: People.Holder))]);
        Deposit(space, Papers.Draft("1.2.4", replaces: "1.2.3"), People.Professional()).ThenRefused(DocumentRefusals.ReplacedUnknown);
        Assert.Null(Deposit(space, Papers.Draft("1.2.4", Papers.FromPatient, replaces: "1.2.3"), People.Holder).Answer.Refusal);
    }

    [Fact]
    public void What_was_replaced_is_not_replaced_again()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet(status: DocumentStatus.Superseded))]);
        Deposit(space, Papers.Draft("1.2.4", replaces: "1.2.3"), People.Laboratory()).ThenRefused(DocumentRefusals.ReplacedUnknown);
    }

    [Theory]
    [InlineData(Labels.Normal, Labels.Normal | Labels.HiddenFromProfessionals)]
    [InlineData(Labels.WithheldFromHolder, Labels.WithheldFromHolder)]
    public void What_replaces_a_hidden_document_is_hidden_too(Labels said, Labels kept)
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet(labels: Labels.HiddenFromProfessionals))]);
        Assert.Equal(kept, Deposit(space, Papers.Draft("1.2.4", labels: said, replaces: "1.2.3"), People.Laboratory()).Answer.Value!.Labels);
    }

    private static Decision<SpaceEvent, DepositReceipt> Deposit(Space space, DocumentDraft draft, Caller by, DateTimeOffset? at = null, Guid? id = null) =>
        DepositDocument.Decide(space, new(People.Sheet, draft, Papers.Content()), Acts.By(by, at, id), Papers.Types, Papers.Matrix);
}
