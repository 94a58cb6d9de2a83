using System.Diagnostics;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using Xunit.Abstractions;

namespace MonEspaceSante.Domain.Tests.Access;

/// <summary>The decision function against the page of facts, over every combination of what it looks at.</summary>
public class DecisionTableTests(ITestOutputHelper output)
{
    private const string Consultation = "11488-4";
    private const string Residence = "ATTEST-RESID";

    private static readonly bool[] Both = [false, true];

    private static readonly string TablePath = Path.Combine(AppContext.BaseDirectory, "reference", "access-matrix.csv");

    private static readonly Labels[] AllLabels =
    [
        Labels.None, Labels.Normal, Labels.Restricted, Labels.VeryRestricted, Labels.HiddenFromProfessionals, Labels.WithheldFromHolder,
        Labels.WithheldFromGuardians, Labels.HiddenFromProfessionals | Labels.WithheldFromGuardians,
        Labels.HiddenFromProfessionals | Labels.WithheldFromHolder,
    ];

    [Fact]
    public void The_decision_function_and_the_page_of_facts_agree_everywhere()
    {
        var clock = Stopwatch.StartNew();
        var naive = new NaiveAccess(new(TablePath));
        var papers = Papers().Select(paper => (paper, One: Document(paper))).ToArray();
        var reasons = new HashSet<(AccessReason Rule, bool Allowed)>();
        var faults = new List<string>();
        var compared = 0;

        foreach (var (space, visit) in Visits())
        {
            var caller = CallerOf(visit);
            var context = new AccessContext(visit.Mode, visit.ReasonGiven ? "Personne inconsciente" : null, visit.Declaration);
            var entered = AccessRules.Enter(space, caller, context, Moments.Now);
            reasons.Add((entered.Reason, entered.Allowed));
            if (entered.Allowed != NaiveAccess.MayEnter(visit))
            {
                faults.Add($"Enter says {entered} for {visit}");
            }

            // Who stays outside sees no document: one stands for all.
            foreach (var (paper, document) in entered.Allowed ? papers : papers[..1])
            {
                compared++;
                var seen = AccessRules.See(space, caller, context, entered, document, Builders.Papers.Matrix);
                reasons.Add((seen.Reason, seen.Allowed));
                if (seen.Allowed != naive.MaySee(visit, paper) || seen.Warn != naive.MustWarn(visit, paper))
                {
                    faults.Add($"See says {seen} for {paper} and {visit}");
                }
            }
        }

        output.WriteLine($"{compared:N0} combinations in {clock.Elapsed.TotalSeconds:N1} s");
        Assert.True(faults.Count == 0, $"{faults.Count} of {compared}, for instance\n{string.Join('\n', faults.Take(10))}");
        Assert.True(compared > 500_000);

        // Every rule has decided somewhere, and always the same way.
        Assert.Equal(Enum.GetValues<AccessReason>().Order(), reasons.Select(reason => reason.Rule).Order());
    }

    [Fact]
    public void Every_profession_reads_the_types_that_the_table_gives_it_and_no_other()
    {
        var naive = new NaiveMatrix(TablePath);
        var professions = naive.Columns.SelectMany(NaiveMatrix.Codes).ToArray();
        Assert.Equal(professions.Order(), Builders.Papers.Matrix.Professions.Order());
        Assert.All(professions, profession => Assert.All(
            Builders.Papers.Types.All, type => Assert.Equal(naive.Reads(profession, type.Code), Builders.Papers.Matrix.Reads(profession, type.Code))));
    }

    private static IEnumerable<(Space Space, Visit Visit)> Visits() =>
        from life in Enum.GetValues<Life>()
        from relation in Enum.GetValues<Relation>()
        from samu in Both
        from glass in Both
        from masked in Both
        let space = SpaceOf(life, relation, new(false, samu, glass, masked))
        from who in Enum.GetValues<Who>()
        from works in who is Who.Professional ? Enum.GetValues<Works>() : [Works.Alone]
        from profession in who is Who.Professional ? new[] { "10", "28" } : ["10"]
        from mode in Enum.GetValues<AccessMode>()
        from declaration in Enum.GetValues<ConsentDeclaration>()
        from reasonGiven in mode is AccessMode.BreakGlass ? Both : [false]
        select (space, new Visit(who, life, relation, works, profession, mode, reasonGiven, declaration, samu, glass, masked));

    private static IEnumerable<Paper> Papers() =>
        from type in new[] { Consultation, Builders.Papers.Delivery, Residence }
        from labels in AllLabels
        from depositor in Enum.GetValues<DepositedBy>()
        from deleted in Both
        select new Paper(type, labels, depositor, deleted);

    private static Space SpaceOf(Life life, Relation relation, PrivacyChoices choices)
    {
        var doctor = relation is Relation.AttendingDoctor or Relation.AttendingDoctorBlocked ? People.Professional().Id : People.Gp;
        DateTimeOffset? informed = life switch
        {
            Life.NobodyWasTold => null,
            Life.InTheSixWeeks => Moments.Now.AddDays(-41),
            _ => Moments.Informed,
        };
        var space = Story.Given(
            new SpaceEvent.HolderRecorded(People.Sheet with { AttendingDoctor = doctor, InformedAt = informed }),
            new SpaceEvent.ChoicesMade(Moments.Informed, choices));
        space.Take(LifeEvents(life, choices));
        space.Take(RelationEvents(relation));
        return space;
    }

    private static SpaceEvent[] LifeEvents(Life life, PrivacyChoices choices) => life switch
    {
        Life.Activated => [new SpaceEvent.Activated(Moments.Opening, choices)],
        Life.Opposed => [Events.Opposed],
        _ => [],
    };

    private static SpaceEvent[] RelationEvents(Relation relation)
    {
        var person = People.Subject(People.Professional());
        var clinic = AccessSubject.Of(People.Clinic);
        return relation switch
        {
            Relation.Authorised => [Events.Authorised(person)],
            Relation.StructureAuthorised => [Events.Authorised(clinic)],
            Relation.AuthorisationExpired => [Events.Authorised(person, Moments.Now.AddYears(-1)), Events.Authorised(clinic, Moments.Now.AddYears(-2))],
            Relation.Blocked or Relation.AttendingDoctorBlocked => [Events.Blocked(person)],
            Relation.StructureBlocked => [Events.Blocked(clinic)],
            Relation.AuthorisedThenBlocked => [Events.Authorised(person), Events.Blocked(person)],
            Relation.AuthorisedButStructureBlocked => [Events.Authorised(person), Events.Blocked(clinic)],
            _ => [],
        };
    }

    private static Caller CallerOf(Visit visit) => visit.Who switch
    {
        Who.Holder => People.Holder,
        Who.HolderOfAnotherSpace => new Caller.Holder(People.OtherSpace),
        Who.Staff => People.Staff(),
        Who.Organisation => People.Laboratory(),
        Who.Platform => People.Platform(),
        _ => People.Professional(profession: visit.Profession, at: visit.Works switch
        {
            Works.AtTheClinic => People.At(People.Clinic),
            Works.AtTheSamu => People.AtSamu(),
            _ => null,
        }),
    };

    private static DocumentSheet Document(Paper paper) => Builders.Papers.Sheet(
        type: paper.Type, labels: paper.Labels, status: paper.Deleted ? DocumentStatus.Deleted : DocumentStatus.Current,
        by: paper.By switch
        {
            DepositedBy.TheAsker => People.Professional(),
            DepositedBy.TheClinic => People.Professional(9, at: People.At(People.Clinic)),
            DepositedBy.TheHolder => People.Holder,
            _ => People.Professional(9),
        });
}
