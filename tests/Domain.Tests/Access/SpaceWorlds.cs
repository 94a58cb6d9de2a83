using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Access;

/// <summary>The spaces that the table of decisions visits, each made by the events that make it so.</summary>
internal static class SpaceWorlds
{
    public static readonly SpaceId GuardianSpace = SpaceId.Parse("0000000000000000000000000000bbbb", null);
    public static readonly SpaceId CarerToBeSpace = SpaceId.Parse("0000000000000000000000000000cc01", null);
    public static readonly SpaceId NarrowedCarerSpace = SpaceId.Parse("0000000000000000000000000000cc03", null);
    public static readonly SpaceId FormerCarerSpace = SpaceId.Parse("0000000000000000000000000000cc02", null);

    private static DocumentSheet OldPaper => Papers.Sheet("old") with { DepositedAt = Moments.Informed - Moments.Tick };

    public static Space Of(Life life, Age age, Relation relation, PrivacyChoices choices)
    {
        DateTimeOffset? informed = life switch
        {
            Life.NobodyWasTold => null,
            Life.InTheSixWeeks => Moments.Now.AddDays(-41),
            _ => Moments.Informed,
        };
        var holder = (age is Age.Minor ? People.Minor : People.Sheet) with
        {
            AttendingDoctor = relation is Relation.AttendingDoctor or Relation.AttendingDoctorBlocked or Relation.AttendingDoctorAuthorised
                ? People.Professional().Id : People.Gp,
            InformedAt = informed,
        };
        return Story.Given(
        [
            new SpaceEvent.HolderRecorded(holder), new SpaceEvent.ChoicesMade(Moments.Informed, choices), .. Living(life, choices), .. Related(relation),

            // Always there: whoever comes as one of them finds what was said of them. Terms begin and end at this very tick.
            new SpaceEvent.RepresentativeNamed(new(People.ParentSpace, "Parent", RepresentationKind.Minority, Moments.Informed)),
            new SpaceEvent.RepresentativeNamed(new(GuardianSpace, "Tuteur", RepresentationKind.Guardianship, Moments.Informed)),
            new SpaceEvent.DelegationGiven(new(People.CarerSpace, "Aidant", Moments.Now, Moments.Now + Moments.Tick)),
            new SpaceEvent.DelegationGiven(new(
                NarrowedCarerSpace, "Aidant d’une catégorie", Moments.Now, Moments.Now + Moments.Tick, new(true, true, ["11488-4"]))),
            new SpaceEvent.DelegationGiven(new(CarerToBeSpace, "Aidant futur", Moments.Now + Moments.Tick, Moments.Now.AddDays(1))),
            new SpaceEvent.DelegationGiven(new(FormerCarerSpace, "Ancien aidant", Moments.Informed, Moments.Now)),
        ]);
    }

    private static SpaceEvent[] Living(Life life, PrivacyChoices choices) => life switch
    {
        Life.Activated => [new SpaceEvent.Activated(Moments.Opening, choices)],
        Life.Opposed => [Events.Opposed],
        Life.Closed => [new SpaceEvent.Activated(Moments.Opening, choices), new SpaceEvent.Closed(Moments.Now.AddDays(-1))],
        Life.OpposedWithOldRecord => [Events.Deposited(OldPaper), new SpaceEvent.Opposed(Moments.Now - SpaceEnding.OldRecordTransition + Moments.Tick)],
        Life.OpposedTooLongAgo => [Events.Deposited(OldPaper), new SpaceEvent.Opposed(Moments.Now - SpaceEnding.OldRecordTransition)],
        Life.Suspended =>
            [new SpaceEvent.Activated(Moments.Opening, choices), Events.Suspended(Moments.Now - SpaceEnding.SuspensionWindow + Moments.Tick)],
        Life.SuspendedAndSilent =>
            [new SpaceEvent.Activated(Moments.Opening, choices), Events.Suspended(Moments.Now - SpaceEnding.SuspensionWindow)],
        Life.InDeletion =>
            [new SpaceEvent.Activated(Moments.Opening, choices), Events.Closed(Moments.Now.AddDays(-30)), new SpaceEvent.DeletionAsked(Moments.Now.AddDays(-30))],
        Life.Erased =>
            [new SpaceEvent.Activated(Moments.Opening, choices), Events.Closed(Moments.Now.AddDays(-31)), new SpaceEvent.DeletionAsked(Moments.Now.AddDays(-31))],
        Life.Deceased => [new SpaceEvent.Activated(Moments.Opening, choices), new SpaceEvent.HolderDied(Moments.Now.AddDays(-1))],
        _ => [],
    };

    private static SpaceEvent[] Related(Relation relation)
    {
        var professional = People.Professional();
        var person = People.Subject(professional);
        var clinic = AccessSubject.Of(People.Clinic);
        SpaceEvent Named(NamedRole role) => new SpaceEvent.Appointed(new(role, professional.Id, "Somebody", Moments.Informed));
        return relation switch
        {
            Relation.Administrator => [Named(NamedRole.Administrator)],
            Relation.ReferentMidwife => [Named(NamedRole.ReferentMidwife)],
            Relation.CorrespondentPharmacist => [Named(NamedRole.CorrespondentPharmacist)],
            Relation.Authorised or Relation.AttendingDoctorAuthorised => [Events.Authorised(person)],
            Relation.AdministratorAuthorised => [Named(NamedRole.Administrator), Events.Authorised(person)],
            Relation.AuthorisedByTheirOwnWord =>
                [new SpaceEvent.AuthorisationGranted(Events.Authorisation(person, Moments.Now.AddMonths(-1), ConsentDeclaration.Declared))],
            Relation.StructureAuthorised => [Events.Authorised(clinic)],
            Relation.AuthorisationExpired => [Events.Authorised(person, Moments.Now.AddYears(-1)), Events.Authorised(clinic, Moments.Now.AddYears(-2))],
            Relation.Blocked or Relation.AttendingDoctorBlocked => [Events.Blocked(person)],
            Relation.StructureBlocked => [Events.Blocked(clinic)],
            Relation.AdministratorOfBlockedStructure => [Named(NamedRole.Administrator), Events.Blocked(clinic)],
            Relation.AuthorisedThenBlocked => [Events.Authorised(person), Events.Blocked(person)],
            Relation.AuthorisedButStructureBlocked => [Events.Authorised(person), Events.Blocked(clinic)],
            _ => [],
        };
    }
}
