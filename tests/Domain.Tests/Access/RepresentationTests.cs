using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Access;

public class RepresentationTests
{
    private static readonly NameRepresentative Parent = new(People.Minor, People.ParentSpace, "Camille Martellane", RepresentationKind.Minority);

    private static readonly NameRepresentative SecondParent = Parent with { Person = People.OtherSpace };

    [Fact]
    public void The_first_representative_comes_from_the_insurers_file() =>
        NameRepresentative.Decide(NeverWritten(), Parent, Acts.By(People.Platform())).Then(
            new SpaceEvent.HolderRecorded(People.Minor),
            new SpaceEvent.RepresentativeNamed(new(People.ParentSpace, "Camille Martellane", RepresentationKind.Minority, Moments.Now)));

    [Fact]
    public void Nobody_but_the_platform_names_one()
    {
        Caller[] others = [People.Holder, People.Representative(), People.Carer(), People.Professional(), new Caller.Holder(People.ParentSpace)];
        Assert.All(others, caller => NameRepresentative.Decide(Given([.. Events.OfMinor(), Events.Parent]), SecondParent, Acts.By(caller))
            .ThenRefused(AccessRefusals.MayNotNameRepresentatives));
    }

    [Fact]
    public void Nobody_represents_an_adult_as_a_minor_or_themself()
    {
        NameRepresentative.Decide(Given(Events.Activated()), Parent with { Holder = People.Sheet }, Acts.By(People.Platform()))
            .ThenRefused(AccessRefusals.NobodyToRepresent);
        NameRepresentative.Decide(Given(Events.OfMinor()), Parent with { Person = People.Space }, Acts.By(People.Platform()))
            .ThenRefused(AccessRefusals.NobodyToRepresent);
    }

    [Fact]
    public void A_parent_represents_until_the_holder_comes_of_age_a_guardian_beyond()
    {
        var majority = new DateTimeOffset(2031, 3, 12, 0, 0, 0, TimeSpan.FromHours(1));
        var guardian = new SpaceEvent.RepresentativeNamed(new(People.OtherSpace, "Tutrice", RepresentationKind.Guardianship, Moments.Now));
        var space = Given([.. Events.OfMinor(), Events.Parent, guardian]);
        Assert.True(space.IsRepresentedBy(People.ParentSpace, majority - Moments.Tick));
        Assert.False(space.IsRepresentedBy(People.ParentSpace, majority));
        Assert.True(space.IsRepresentedBy(People.OtherSpace, majority));
        Assert.Equal(AccessReason.NotARepresentative, AccessRules.Enter(space, People.Representative(), AccessContext.Ordinary, majority).Reason);
    }

    [Fact]
    public void Each_withdraws_for_themself_and_the_platform_for_anybody()
    {
        var space = Given([.. Events.OfMinor(), Events.Parent]);
        var ended = new SpaceEvent.RepresentationEnded(People.ParentSpace, Moments.Now);
        EndRepresentation.Decide(space, new(People.ParentSpace), Acts.By(People.Representative())).Then(ended);
        EndRepresentation.Decide(space, new(People.ParentSpace), Acts.By(People.Platform())).Then(ended);
        EndRepresentation.Decide(space, new(People.ParentSpace), Acts.By(People.Representative() with { Self = People.OtherSpace }))
            .ThenRefused(AccessRefusals.MayNotNameRepresentatives);
        EndRepresentation.Decide(space, new(People.ParentSpace), Acts.By(new Caller.Holder(People.ParentSpace))).Then(ended);
        EndRepresentation.Decide(space, new(People.OtherSpace), Acts.By(People.Platform())).ThenRefused(AccessRefusals.RepresentationUnknown);
        EndRepresentation.Decide(space, new(People.ParentSpace), Acts.Holder()).ThenRefused(AccessRefusals.MayNotNameRepresentatives);
    }

    [Fact]
    public void A_parent_settles_who_sees_the_childs_record_until_they_withdraw()
    {
        var space = Given([.. Events.OfMinor(), Events.Parent]);
        var block = new BlockProfessional(People.Subject(People.Professional()));
        Assert.NotNull(BlockProfessional.Decide(space, block, Acts.By(People.Representative())).Answer.Value);
        space.Take(EndRepresentation.Decide(space, new(People.ParentSpace), Acts.By(People.Representative())).Events);
        BlockProfessional.Decide(space, block, Acts.By(People.Representative())).ThenRefused(SpaceRefusals.OnlyTheHolder);
    }
}
