using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Access;

/// <summary>Every combination of what the decision function looks at, and the real things that each stands for.</summary>
internal static class Situations
{
    private static readonly bool[] Both = [false, true];

    private static readonly Labels[] AllLabels =
    [
        Labels.None, Labels.Restricted, Labels.VeryRestricted,
        .. from hidden in Both
           from withheld in Both
           from guardians in Both
           select Labels.Normal
               | (hidden ? Labels.HiddenFromProfessionals : Labels.None)
               | (withheld ? Labels.WithheldFromHolder : Labels.None)
               | (guardians ? Labels.WithheldFromGuardians : Labels.None),
    ];

    /// <summary>Spaces, and for each everybody who may come.</summary>
    public static IEnumerable<(Space Space, IEnumerable<Visit> Visits)> All() =>
        from life in Enum.GetValues<Life>()
        from age in Enum.GetValues<Age>()
        from relation in Enum.GetValues<Relation>()
        from samu in Both
        from glass in Both
        from masked in Both
        let still = new Visit(default, life, age, relation, default, default, "10", default, false, default, samu, glass, masked)
        select (SpaceOf(still), Callers(still).SelectMany(Ways));

    public static IEnumerable<Paper> Papers() =>
        from type in new[] { "11488-4", Builders.Papers.Delivery, "ATTEST-RESID" }
        from labels in AllLabels
        from depositor in Enum.GetValues<DepositedBy>()
        from deleted in labels is Labels.Normal ? Both : [false]
        from old in Both
        select new Paper(type, labels, depositor, deleted, old);

    public static AccessContext ContextOf(in Visit visit) =>
        new(visit.Mode, visit.ReasonGiven ? "Personne inconsciente" : null, visit.Declaration, visit.Age is Age.Minor);

    public static Caller CallerOf(in Visit visit) => visit.Who switch
    {
        Who.Holder => People.Holder,
        Who.HolderOfAnotherSpace => new Caller.Holder(People.OtherSpace),
        Who.Parent => People.Representative(),
        Who.Guardian => People.Representative() with { Self = SpaceWorlds.GuardianSpace },
        Who.SomebodyElsesParent => People.Representative() with { Self = People.OtherSpace },
        Who.ParentInAnotherSpace => People.Representative() with { Space = People.OtherSpace },
        Who.Carer => People.Carer(),
        Who.CarerOfOneCategory => People.Carer() with { Self = SpaceWorlds.NarrowedCarerSpace },
        Who.CarerToBe => People.Carer() with { Self = SpaceWorlds.CarerToBeSpace },
        Who.FormerCarer => People.Carer() with { Self = SpaceWorlds.FormerCarerSpace },
        Who.SomebodyElsesCarer => People.Carer() with { Self = People.OtherSpace },
        Who.CarerInAnotherSpace => People.Carer() with { Space = People.OtherSpace },
        Who.Staff => People.Staff(),
        Who.Organisation => People.Laboratory(),
        Who.Platform => People.Platform(),
        _ => ProfessionalOf(visit),
    };

    public static DocumentSheet DocumentOf(in Paper paper) => Builders.Papers.Sheet(
        type: paper.Type, labels: paper.Labels, status: paper.Deleted ? DocumentStatus.Deleted : DocumentStatus.Current,
        by: paper.By switch
        {
            DepositedBy.TheAsker => People.Professional(),
            DepositedBy.TheClinic => People.Professional(9, at: People.At(People.Clinic)),
            DepositedBy.TheHolder or DepositedBy.TheHolderWhoNamesTheAsker => People.Holder,
            _ => People.Professional(9),
        },
        at: paper.OfOldRecord ? Moments.Informed - Moments.Tick : null,
        author: paper.By is DepositedBy.SomebodyElseForTheAsker or DepositedBy.TheHolderWhoNamesTheAsker ? People.Professional().Id : null);

    private static IEnumerable<Visit> Callers(Visit still) =>
        from who in Enum.GetValues<Who>()
        from works in who is Who.Professional ? Enum.GetValues<Works>() : [Works.Alone]
        from proof in who is Who.Professional && StructureOf(works) is not null ? Enum.GetValues<Proof>() : [Proof.Own]
        from profession in who is Who.Professional ? new[] { "10", "21", "28", "50" } : ["10"]
        select still with { Who = who, Works = works, Proof = proof, Profession = profession };

    // Citizens come in one way; everybody whom modes and statements are for tries each.
    private static IEnumerable<Visit> Ways(Visit still) =>
        from mode in CallerOf(still).IsCitizen ? [AccessMode.Normal] : Enum.GetValues<AccessMode>()
        from declaration in CallerOf(still).IsCitizen ? [ConsentDeclaration.None] : Enum.GetValues<ConsentDeclaration>()
        from reasonGiven in mode is AccessMode.BreakGlass ? Both : [false]
        select still with { Mode = mode, Declaration = declaration, ReasonGiven = reasonGiven };

    private static Space SpaceOf(in Visit visit) => SpaceWorlds.Of(visit.Life, visit.Age, visit.Relation, new(false, visit.SamuConsent, visit.GlassConsent, visit.MaskedConsent));

    private static Caller.Professional ProfessionalOf(in Visit visit)
    {
        var structure = StructureOf(visit.Works);
        return People.Professional(profession: visit.Profession, at: structure) with
        {
            Speciality = visit.Works is Works.AloneAsOccupationalDoctor or Works.AtTheSamuThoughOccupationalDoctor ? "SM25" : "SM54",
            VouchedBy = visit.Proof switch
            {
                Proof.OfWhereTheyWork => structure!.Id,
                Proof.OfAnotherStructure => StructureId.Parse("1990000009", null),
                _ => null,
            },
        };
    }

    private static Workplace? StructureOf(Works works) => works switch
    {
        Works.AtTheClinic => People.At(People.Clinic),
        Works.AtTheSamu or Works.AtTheSamuThoughOccupationalDoctor => People.AtSamu(),
        Works.InOccupationalHealth => People.AtWork(),
        Works.AtTheInsurer => People.AtTheInsurer(),
        _ => null,
    };
}
