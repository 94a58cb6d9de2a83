using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Access;

public class SimulateAccessTests
{
    private static readonly DocumentSheet Plain = Papers.Sheet("1", by: People.Professional(9));
    private static readonly DocumentSheet Delivery = Papers.Sheet("2", Papers.Delivery, by: People.Professional(9));
    private static readonly DocumentSheet Hidden = Papers.Sheet("3", labels: Labels.HiddenFromProfessionals, by: People.Professional(9));
    private static readonly DocumentSheet Withheld = Papers.Sheet("4", labels: Labels.WithheldFromHolder, by: People.Professional(9));
    private static readonly HypotheticalVisitor AnyDoctor = new("10");
    private static readonly HypotheticalVisitor ThisDoctor = new("10", People.Professional().Id);

    private static Space World(PrivacyChoices? choices = null) => Given(
        [.. Events.Activated(choices ?? PrivacyChoices.Unexpressed), .. new[] { Plain, Delivery, Hidden, Withheld }.Select(Events.Deposited)]);

    [Fact]
    public void A_profession_that_states_a_consent_sees_what_the_matrix_gives_it()
    {
        var optician = Simulate(World(), new(new("28"), Declaration: ConsentDeclaration.Declared));
        Assert.Equal(AccessReason.ConsentDeclared, optician.Now.Reason);
        Assert.Equal(
            [(Plain.LogicalId, AccessReason.OutsideMatrix), (Delivery.LogicalId, AccessReason.OutsideMatrix), (Hidden.LogicalId, AccessReason.Hidden)],
            optician.Documents.Select(sight => (sight.Document, sight.Now.Reason)));
    }

    [Fact]
    public void An_emergency_doctor_comes_in_if_the_holder_lets_them()
    {
        var glass = new SimulateAccess(AnyDoctor, AccessMode.BreakGlass);
        Assert.Equal(AccessReason.GlassBroken, Simulate(World(), glass).Now.Reason);
        Assert.Equal(AccessReason.GlassRefused, Simulate(World(PrivacyChoices.Unexpressed with { BreakGlass = false }), glass).Now.Reason);
        var dispatcher = new SimulateAccess(AnyDoctor with { RegulationCentre = true }, AccessMode.RegulationCentre);
        Assert.Equal(AccessReason.RegulationCentre, Simulate(World(), dispatcher).Now.Reason);
    }

    [Fact]
    public void What_was_deleted_is_in_no_simulation()
    {
        var space = Given([.. Events.Activated(), Events.Deposited(Papers.Sheet(status: DocumentStatus.Deleted))]);
        Assert.Empty(Simulate(space, new(AnyDoctor)).Documents);
    }

    [Fact]
    public void What_is_withheld_from_the_holder_is_not_announced_by_a_simulation() =>
        Assert.DoesNotContain(Withheld.LogicalId, Simulate(World(), new(AnyDoctor, AccessMode.BreakGlass)).Documents.Select(sight => sight.Document));

    /// <summary>For each setting, what it would change for the doctor on the plain document.</summary>
    public static TheoryData<ProposedSettings, AccessReason> Proposals => new()
    {
        { new(Block: new(People.Subject(People.Professional()))), AccessReason.Blocked },
        { new(Withdraw: new(People.Subject(People.Professional()))), AccessReason.NotAuthorised },
        { new(Hide: new(Plain.LogicalId, true, AccessContext.Ordinary)), AccessReason.Hidden },
        { new(Withdraw: new(People.Subject(People.Professional())), Appoint: new(NamedRole.Administrator, People.Professional().Id, "x"), Hide: new(Plain.LogicalId, true, AccessContext.Ordinary)),
            AccessReason.Administrator },
        { new(Withdraw: new(People.Subject(People.Professional())), Authorise: new(AccessSubject.Of(People.Clinic), "x")), AccessReason.NotAuthorised },
        { new(Choices: new(new(true, true, true, true))), AccessReason.WithinMatrix },
    };

    [Theory]
    [MemberData(nameof(Proposals))]
    public void A_setting_is_tried_before_it_is_saved_and_saving_it_does_what_was_foretold(ProposedSettings proposed, AccessReason expected)
    {
        var space = World();
        space.Take(Events.Authorised(People.Subject(People.Professional())));
        var before = space.Snapshot();
        var foretold = Simulate(space, new(ThisDoctor, Proposed: proposed));
        Assert.Equal(before, space.Snapshot());

        var plain = foretold.Documents.Single(sight => sight.Document == Plain.LogicalId);
        Assert.Equal((AccessReason.WithinMatrix, expected), (plain.Now.Reason, plain.Then?.Reason));
        Assert.Null(proposed.SaveIn(space, Acts.Holder(), Papers.Matrix));
        var entered = AccessRules.Enter(space, People.Professional(), AccessContext.Ordinary, Moments.Now);
        Assert.Equal(foretold.Then, entered);
        Assert.True(space.TryFind(Plain.LogicalId, out var saved));
        Assert.Equal(plain.Then, AccessRules.See(space, People.Professional(), AccessContext.Ordinary, entered, saved, Papers.Matrix));
    }

    [Fact]
    public void A_setting_that_would_be_refused_is_refused_in_the_same_words()
    {
        var space = World();
        Assert.Equal(AccessRefusals.AuthorisationUnknown, Ask(space, new(ThisDoctor, Proposed: new(Withdraw: new(People.Subject(People.Professional()))))).Refusal);
        Assert.Equal(DocumentRefusals.Unknown, Ask(space, new(ThisDoctor, Proposed: new(Hide: new(Withheld.LogicalId, true, AccessContext.Ordinary)))).Refusal);
    }

    [Theory]
    [MemberData(nameof(Callers.NotTheHolder), MemberType = typeof(Callers))]
    public void Nobody_else_simulates(Caller caller) =>
        Assert.Equal(SpaceRefusals.OnlyTheHolder, SimulateAccess.Answer(World(), new(AnyDoctor), Acts.By(caller), Papers.Matrix).Refusal);

    private static SimulatedAccess Simulate(Space space, SimulateAccess query) => Ask(space, query).Value!;

    private static Outcome<SimulatedAccess> Ask(Space space, SimulateAccess query) => SimulateAccess.Answer(space, query, Acts.Holder(), Papers.Matrix);
}
