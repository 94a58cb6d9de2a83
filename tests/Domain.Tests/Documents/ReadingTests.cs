using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Documents;

/// <summary>Listing and opening: what is disclosed, what is traced, whom to tell.</summary>
public class ReadingTests
{
    private static readonly DocumentSheet Sheet = Papers.Sheet();
    private static readonly Caller.Professional Doctor = People.Professional();
    private static readonly Caller.Professional Optician = People.Professional(profession: "28");
    private static readonly AccessSubject Subject = People.Subject(Doctor);
    private static readonly AccessContext Declaring = new(AccessMode.Normal, null, ConsentDeclaration.Declared);
    private static readonly AccessContext Glass = new(AccessMode.BreakGlass, "Personne inconsciente", ConsentDeclaration.None);

    /// <summary>The worlds in which a doctor, or an optician, may not know that there is a document; and why.</summary>
    public static TheoryData<string, AccessReason, AccessReason?> Restrictions => new()
    {
        { "absent", AccessReason.Authorised, null },
        { "hidden", AccessReason.Authorised, AccessReason.Hidden },
        { "outside the matrix", AccessReason.Authorised, AccessReason.OutsideMatrix },
        { "deleted", AccessReason.Authorised, AccessReason.Deleted },
        { "blocked", AccessReason.Blocked, null },
        { "structure blocked", AccessReason.Blocked, null },
        { "without relation", AccessReason.NotAuthorised, null },
        { "expired", AccessReason.NotAuthorised, null },
        { "opposed", AccessReason.SpaceNotOpen, null },
    };

    [Theory]
    [MemberData(nameof(Restrictions))]
    public void Every_restriction_looks_like_nothing_here(string world, AccessReason gate, AccessReason? sight)
    {
        var (space, caller) = World(world);
        var list = List(space, caller, AccessContext.Ordinary);
        var open = Open(space, caller, AccessContext.Ordinary);

        Assert.Equal(new DocumentList([]), list.Answer.Value);
        Assert.Equal(DocumentRefusals.Unknown, open.Answer.Refusal);
        Assert.Empty(open.Notices);

        // The trace knows why.
        var trace = TraceOf(open);
        Assert.Equal((false, gate, sight), (trace.Allowed, trace.Gate, trace.Sight));
        Assert.Equal(gate, TraceOf(list).Gate);
    }

    [Fact]
    public void An_open_document_is_listed_and_opened()
    {
        var space = Given([.. Events.Activated(), Events.Authorised(Subject), Events.Deposited(Sheet)]);
        Assert.Equal([Sheet], List(space, Doctor, AccessContext.Ordinary).Answer.Value!.Documents);
        Assert.Equal(new OpenedDocument(Sheet, Warn: false), Open(space, Doctor, AccessContext.Ordinary).Answer.Value);
    }

    [Fact]
    public void A_list_leaves_out_what_may_not_be_seen_and_counts_the_rest_for_the_holder_alone()
    {
        var shown = Papers.Sheet("2", at: Moments.Now.AddDays(-5));
        var latest = Papers.Sheet("3", at: Moments.Now.AddDays(-1));
        var hidden = Papers.Sheet("4", labels: Labels.HiddenFromProfessionals);
        var space = Given([.. Events.Activated(), Events.Authorised(Subject), .. new[] { shown, latest, hidden }.Select(Events.Deposited)]);
        var list = List(space, Doctor, AccessContext.Ordinary);
        Assert.Equal([latest, shown], list.Answer.Value!.Documents);
        Assert.Null(TraceOf(list).Count);
        Assert.Equal(3, TraceOf(List(space, People.Holder, AccessContext.Ordinary)).Count);
    }

    [Fact]
    public void The_trace_keeps_what_was_decided_and_by_which_rules()
    {
        var given = Events.Authorisation(Subject, Moments.Now.AddMonths(-1));
        var space = Given([.. Events.Activated(), new SpaceEvent.AuthorisationGranted(given), Events.Deposited(Sheet)]);
        var expected = new AccessTrace(
            Acts.Holder().CommandId, Moments.Now, Doctor, AccessContext.Ordinary, TraceAction.OpenedDocument, true, AccessReason.Authorised,
            AccessReason.WithinMatrix, Sheet.LogicalId, "Compte rendu", Papers.Biology, null, given, AccessRules.Version, Papers.Matrix.Version);
        Assert.Equal([new SpaceEvent.Accessed(expected)], Open(space, Doctor, AccessContext.Ordinary).Events);
        var sheet = OpenDocument.Decide(space, new(Sheet.Id, false, AccessContext.Ordinary), Acts.By(Doctor), Papers.Matrix);
        Assert.Equal(TraceAction.ReadSheet, TraceOf(sheet).Action);
    }

    [Fact]
    public void Nobody_reads_without_a_trace()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Sheet)]);
        Caller[] callers = [People.Holder, new Caller.Holder(People.OtherSpace), Doctor, People.Professional(1), People.Staff(), People.Laboratory(), People.Platform()];
        Assert.All(callers, caller =>
        {
            Assert.Equal(caller, TraceOf(List(space, caller, Declaring)).By);
            Assert.Equal(caller, TraceOf(Open(space, caller, Declaring)).By);
            Assert.Equal(caller, TraceOf(ReadHistory.Decide(space, new(), Acts.By(caller), Papers.Matrix)).By);
        });
    }

    [Theory]
    [InlineData(ConsentDeclaration.Declared, AccessReason.ConsentDeclared)]
    [InlineData(ConsentDeclaration.CareTeam, AccessReason.CareTeamDeclared)]
    public void A_stated_consent_becomes_an_authorisation_of_a_year(ConsentDeclaration declaration, AccessReason reason)
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Sheet)]);
        var list = List(space, Doctor, new(AccessMode.Normal, null, declaration));
        var given = new Authorisation(Subject, Doctor.Name, declaration, Moments.Now, Moments.Now.AddYears(1));
        Assert.Equal(new SpaceEvent.AuthorisationGranted(given), list.Events[0]);
        Assert.Equal((reason, given), (TraceOf(list).Gate, TraceOf(list).Authorisation));

        // From then on nothing need be stated, until the year is over.
        space.Take(list.Events);
        Assert.Single(Open(space, Doctor, AccessContext.Ordinary).Events);
        Assert.Equal(AccessReason.Authorised, AccessRules.Enter(space, Doctor, AccessContext.Ordinary, given.Until - Moments.Tick).Reason);
        Assert.Equal(AccessReason.NotAuthorised, AccessRules.Enter(space, Doctor, AccessContext.Ordinary, given.Until).Reason);
    }

    [Fact]
    public void A_statement_beside_a_standing_authorisation_renews_nothing() => Assert.Single(
        List(Given([.. Events.Activated(), Events.Authorised(Subject)]), Doctor, Declaring).Events);

    [Fact]
    public void A_statement_made_over_nothing_makes_no_authorisation()
    {
        Assert.Single(Open(Given(Events.Activated()), Doctor, Declaring).Events);
        Assert.Single(List(Given([.. Events.Activated(), Events.Blocked(Subject)]), Doctor, Declaring).Events);
    }

    [Fact]
    public void The_holder_is_told_of_the_first_access_of_each_professional()
    {
        var space = Given([.. Events.Activated(), Events.Authorised(Subject), Events.Deposited(Sheet)]);
        var first = List(space, Doctor, AccessContext.Ordinary);
        Assert.Equal([new Notice(NoticeKind.FirstAccess, TraceOf(first).Id, Moments.Now)], first.Notices);
        space.Take(first.Events);
        Assert.Empty(List(space, Doctor, AccessContext.Ordinary).Notices);
        Assert.Empty(Open(space, Doctor, AccessContext.Ordinary).Notices);
        Assert.Single(List(space, People.Professional(5), Declaring).Notices);
    }

    [Fact]
    public void A_refused_attempt_is_no_first_access()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Sheet)]);
        space.Take(List(space, Doctor, AccessContext.Ordinary).Events);
        Assert.Equal(NoticeKind.FirstAccess, Assert.Single(List(space, Doctor, Declaring).Notices).Kind);
    }

    [Fact]
    public void The_holder_is_told_when_a_known_professional_comes_in_from_a_new_structure()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Sheet)]);
        space.Take(Open(space, Doctor, Declaring).Events);
        var elsewhere = Doctor with { Structure = People.At(People.Clinic) };
        var opened = Open(space, elsewhere, AccessContext.Ordinary);
        Assert.Equal(NoticeKind.NewStructure, Assert.Single(opened.Notices).Kind);
        space.Take(opened.Events);
        Assert.Empty(Open(space, elsewhere, AccessContext.Ordinary).Notices);
    }

    [Fact]
    public void The_holder_is_told_of_every_access_in_an_emergency_even_of_somebody_blocked()
    {
        var space = Given([.. Events.Activated(), Events.Blocked(Subject), Events.Deposited(Sheet)]);
        for (var i = 0; i < 3; i++)
        {
            var opened = Open(space, Doctor, Glass);
            Assert.NotNull(opened.Answer.Value);
            Assert.Equal([NoticeKind.EmergencyAccess, NoticeKind.BlockBypassed, NoticeKind.EmergencyOfPatient], opened.Notices.Select(notice => notice.Kind));
            Assert.All(opened.Notices, notice => Assert.Equal((TraceOf(opened).Id, Moments.Now), (notice.Subject, notice.At)));
            space.Take(opened.Events);
        }
    }

    [Fact]
    public void An_emergency_makes_no_authorisation()
    {
        var stating = Glass with { Declaration = ConsentDeclaration.Declared };
        Assert.Single(Open(Given([.. Events.Activated(), Events.Deposited(Sheet)]), Doctor, stating).Events);
    }

    [Fact]
    public void A_hidden_document_opens_in_an_emergency_only_if_the_holder_said_so()
    {
        SpaceEvent[] hidden = [Events.Deposited(Papers.Sheet(labels: Labels.HiddenFromProfessionals))];
        var closed = Given([.. Events.Activated(), .. hidden]);
        var open = Given([.. Events.Activated(PrivacyChoices.Unexpressed with { HiddenInEmergency = true }), .. hidden]);
        Assert.Equal(DocumentRefusals.Unknown, Open(closed, Doctor, Glass).Answer.Refusal);
        Assert.Equal(AccessReason.HiddenOpenedInEmergency, TraceOf(Open(open, Doctor, Glass)).Sight);
    }

    [Fact]
    public void A_professional_is_warned_of_what_the_holder_cannot_see_and_the_holder_does_not_see_it()
    {
        var withheld = Papers.Sheet(labels: Labels.WithheldFromHolder);
        var space = Given([.. Events.Activated(), Events.Authorised(Subject), Events.Deposited(withheld)]);
        Assert.Equal(new OpenedDocument(withheld, Warn: true), Open(space, Doctor, AccessContext.Ordinary).Answer.Value);
        Assert.Equal(DocumentRefusals.Unknown, Open(space, People.Holder, AccessContext.Ordinary).Answer.Refusal);
        Assert.Equal(new DocumentList([]), List(space, People.Holder, AccessContext.Ordinary).Answer.Value);
    }

    [Fact]
    public void The_holder_reads_their_history_and_the_reading_is_in_it()
    {
        var decision = ReadHistory.Decide(Given(Events.Activated()), new(), Acts.Holder(), Papers.Matrix);
        Assert.Equal(Done.Answer, decision.Answer.Value);
        Assert.Equal((true, AccessReason.OwnSpace, TraceAction.ReadHistory), (TraceOf(decision).Allowed, TraceOf(decision).Gate, TraceOf(decision).Action));
    }

    [Fact]
    public void The_history_does_not_announce_what_is_withheld_until_it_is_shown()
    {
        var withheld = Papers.Sheet(labels: Labels.WithheldFromHolder);
        var space = Given([.. Events.Activated(), Events.Authorised(Subject), Events.Deposited(withheld)]);
        var trace = TraceOf(Open(space, Doctor, AccessContext.Ordinary));
        Assert.Equal(trace with { Document = null, Title = null, Type = null, Sight = null }, ReadHistory.Told(space, trace, People.Holder, Moments.Now));

        space.Take(new SpaceEvent.DocumentRelabelled(withheld.LogicalId, withheld.Id, Labels.Normal, Moments.Now));
        Assert.Equal(trace, ReadHistory.Told(space, trace, People.Holder, Moments.Now));
    }

    [Theory]
    [MemberData(nameof(Callers.NotTheHolder), MemberType = typeof(Callers))]
    public void Nobody_else_reads_the_history(Caller caller)
    {
        var decision = ReadHistory.Decide(Given([.. Events.Activated(), Events.Authorised(Subject)]), new(), Acts.By(caller), Papers.Matrix);
        Assert.Equal(SpaceRefusals.OnlyTheHolder, decision.Answer.Refusal);
        Assert.False(TraceOf(decision).Allowed);
    }

    private static (Space Space, Caller.Professional Caller) World(string world)
    {
        SpaceEvent[] authorised = [.. Events.Activated(), Events.Authorised(Subject)];
        SpaceEvent there = Events.Deposited(Sheet);
        return world switch
        {
            "absent" => (Given(authorised), Doctor),
            "hidden" => (Given([.. authorised, Events.Deposited(Papers.Sheet(labels: Labels.HiddenFromProfessionals))]), Doctor),
            "outside the matrix" => (Given([.. authorised, Events.Deposited(Papers.Sheet(type: Papers.Delivery))]), Optician),
            "deleted" => (Given([.. authorised, Events.Deposited(Papers.Sheet(status: DocumentStatus.Deleted))]), Doctor),
            "blocked" => (Given([.. authorised, there, Events.Blocked(Subject)]), Doctor),
            "structure blocked" => (Given([.. authorised, there, Events.Blocked(AccessSubject.Of(People.Clinic))]),
                People.Professional(at: People.At(People.Clinic))),
            "without relation" => (Given([.. Events.Activated(), there]), Doctor),
            "expired" => (Given([.. Events.Activated(), there, Events.Authorised(Subject, Moments.Now.AddYears(-1))]), Doctor),
            "opposed" => (Given(Events.Recorded, there, Events.Opposed), Doctor),
            _ => throw new ArgumentOutOfRangeException(nameof(world)),
        };
    }

    private static Decision<SpaceEvent, DocumentList> List(Space space, Caller by, AccessContext context) =>
        ListDocuments.Decide(space, new(ResourceQuery.Where(), context), Acts.By(by), Papers.Matrix);

    private static Decision<SpaceEvent, OpenedDocument> Open(Space space, Caller by, AccessContext context) =>
        OpenDocument.Decide(space, new(Sheet.LogicalId, true, context), Acts.By(by), Papers.Matrix);

    private static AccessTrace TraceOf<TAnswer>(Decision<SpaceEvent, TAnswer> decision) =>
        Assert.Single(decision.Events.OfType<SpaceEvent.Accessed>()).Trace;
}
