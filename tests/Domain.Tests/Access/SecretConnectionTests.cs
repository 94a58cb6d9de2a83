using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Access;

/// <summary>The secret connection of a minor (EX_2.1-1050, R. 1111-33): what is kept from representatives, and from when the young person reads it.</summary>
public class SecretConnectionTests
{
    private static readonly Caller.Professional Doctor = People.Professional();
    private static readonly AccessContext Secret = new(AccessMode.Normal, null, ConsentDeclaration.Declared, Secret: true);
    private static readonly DateTimeOffset OfAge = People.Minor.ComesOfAgeAt;

    private static Space Child => Given([.. Events.OfMinor(), Events.Parent, Events.Deposited(Papers.Sheet())]);

    [Theory]
    [InlineData(Labels.Normal)]
    [InlineData(Labels.Restricted | Labels.HiddenFromProfessionals)]
    public void Everything_deposited_in_it_is_withheld_from_the_representatives_and_announced_to_nobody(Labels labels)
    {
        var deposited = Deposit(People.Minor, labels, secret: true);
        Assert.Equal(labels | Labels.WithheldFromGuardians, deposited.Sheet.Draft.Labels);
        Assert.Equal(0, deposited.Notices);
    }

    [Fact]
    public void What_corrects_a_withheld_document_is_withheld_too()
    {
        var old = Papers.Sheet("1", labels: Labels.WithheldFromGuardians, by: Doctor);
        var space = Given([.. Events.OfMinor(), Events.Deposited(old)]);
        var correction = new DepositDocument(People.Minor, Papers.Draft("2", replaces: "1"), Papers.Content());
        var corrected = DepositDocument.Decide(space, correction, Acts.By(Doctor), Papers.Types, Papers.Matrix);
        Assert.Equal(Labels.Normal | Labels.WithheldFromGuardians, corrected.Answer.Value!.Labels);
        Assert.Empty(corrected.Notices);
    }

    [Fact]
    public void Otherwise_the_professional_chooses()
    {
        Assert.Equal((Labels.Normal, 1), Labelled(Deposit(People.Minor, Labels.Normal, secret: false)));
        Assert.Equal((Labels.WithheldFromGuardians, 0), Labelled(Deposit(People.Minor, Labels.WithheldFromGuardians, secret: false)));
    }

    [Fact]
    public void On_the_record_of_an_adult_it_is_without_effect()
    {
        Assert.Equal((Labels.Normal, 1), Labelled(Deposit(People.Sheet, Labels.Normal, secret: true)));
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet())]);
        var opened = Open(space, Secret);
        Assert.Single(opened.Notices);
        Assert.Single(opened.Events.OfType<SpaceEvent.AuthorisationGranted>());
        Assert.NotNull(ReadHistory.Told(space, TraceOf(opened), People.Holder, Moments.Now));
    }

    [Fact]
    public void A_reading_in_it_is_traced_and_told_to_the_young_person_once_of_age()
    {
        var space = Child;
        var trace = TraceOf(Open(space, Secret));
        Assert.True(trace is { Allowed: true, Context.Secret: true });
        Assert.Null(ReadHistory.Told(space, trace, People.Representative(), Moments.Now));
        Assert.Null(ReadHistory.Told(space, trace, People.Representative(), OfAge));
        Assert.Null(ReadHistory.Told(space, trace, People.Holder, OfAge - Moments.Tick));
        Assert.Equal(trace, ReadHistory.Told(space, trace, People.Holder, OfAge));
    }

    [Fact]
    public void A_reading_in_it_gives_no_notice_no_authorisation_and_is_no_first_access()
    {
        var space = Child;
        var opened = Open(space, Secret);
        Assert.Empty(opened.Notices);
        Assert.Single(opened.Events);
        space.Take(opened.Events);
        Assert.Empty(space.Authorisations);
        Assert.Single(Open(space, Secret with { Secret = false }).Notices);
    }

    [Fact]
    public void An_emergency_is_told_all_the_same()
    {
        var space = Child;
        var opened = Open(space, Secret with { Mode = AccessMode.BreakGlass, Reason = "Personne inconsciente" });
        Assert.Contains(opened.Notices, notice => notice.Kind is NoticeKind.EmergencyAccess);
        Assert.NotNull(ReadHistory.Told(space, TraceOf(opened), People.Representative(), Moments.Now));
    }

    [Fact]
    public void An_ordinary_reading_tells_the_representatives_neither_of_a_withheld_document_nor_how_many_there_are()
    {
        var space = Given([.. Events.OfMinor(), Events.Parent, Events.Deposited(Papers.Sheet(labels: Labels.WithheldFromGuardians))]);
        var ordinary = Secret with { Secret = false };
        var told = ReadHistory.Told(space, TraceOf(Open(space, ordinary)), People.Representative(), Moments.Now);
        Assert.True(told is { Document: null, Title: null, Type: null, Sight: null });
        var list = ListDocuments.Decide(space, new(ResourceQuery.Where(), ordinary), Acts.By(Doctor), Papers.Matrix);
        Assert.Null(ReadHistory.Told(space, Assert.Single(list.Events.OfType<SpaceEvent.Accessed>()).Trace, People.Representative(), Moments.Now)?.Count);
    }

    [Fact]
    public void A_login_to_a_minors_space_shows_what_the_representatives_see_and_hides_nothing_it_does_not_see()
    {
        var withheld = Papers.Sheet(labels: Labels.WithheldFromGuardians);
        var space = Given([.. Events.OfMinor(), Events.Parent, Events.Deposited(withheld)]);
        Assert.Empty(ListDocuments.Decide(space, new(ResourceQuery.Where(), AccessContext.Ordinary), Acts.Holder(), Papers.Matrix).Answer.Value!.Documents);
        HideDocument.Decide(space, new(withheld.LogicalId, true, AccessContext.Ordinary), Acts.Holder(), Papers.Matrix).ThenRefused(DocumentRefusals.Unknown);
        HideDocument.Decide(space, new(withheld.LogicalId, true, AccessContext.Ordinary), Acts.By(People.Representative()), Papers.Matrix).ThenRefused(DocumentRefusals.Unknown);
        Assert.Equal([withheld], ListDocuments.Decide(space, new(ResourceQuery.Where(), AccessContext.Ordinary), Acts.Holder(OfAge), Papers.Matrix).Answer.Value!.Documents);
    }

    [Fact]
    public void What_no_label_can_withhold_is_not_written_in_it()
    {
        var write = new CarryOut(People.Minor, Secret, [new ResourceWrite.Remove("Observation", "entry[0]", Guid.NewGuid())]);
        CarryOut.Decide(Child, write, Acts.By(Doctor), Papers.Matrix).ThenRefused(ResourceRefusals.NotInSecretConnection);
        CarryOut.Decide(Child, write with { Context = Secret with { Secret = false } }, Acts.By(Doctor), Papers.Matrix)
            .ThenRefused(ResourceRefusals.Unknown.At("entry[0]"));
    }

    private static (Labels Labels, int Notices) Labelled((DocumentSheet Sheet, int Notices) deposited) => (deposited.Sheet.Draft.Labels, deposited.Notices);

    private static (DocumentSheet Sheet, int Notices) Deposit(HolderSheet holder, Labels labels, bool secret)
    {
        var space = Given(new SpaceEvent.HolderRecorded(holder), new SpaceEvent.Activated(Moments.Opening, PrivacyChoices.Unexpressed));
        var deposit = new DepositDocument(holder, Papers.Draft(labels: labels), Papers.Content(), Secret: secret);
        var decision = DepositDocument.Decide(space, deposit, Acts.By(Doctor), Papers.Types, Papers.Matrix);
        return (Assert.Single(decision.Events.OfType<SpaceEvent.DocumentDeposited>()).Sheet, decision.Notices.Count);
    }

    private static Domain.Kernel.Decision<SpaceEvent, OpenedDocument> Open(Space space, AccessContext context) =>
        OpenDocument.Decide(space, new(Papers.Sheet().LogicalId, true, context), Acts.By(Doctor), Papers.Matrix);

    private static AccessTrace TraceOf(Domain.Kernel.Decision<SpaceEvent, OpenedDocument> opened) =>
        Assert.Single(opened.Events.OfType<SpaceEvent.Accessed>()).Trace;
}
