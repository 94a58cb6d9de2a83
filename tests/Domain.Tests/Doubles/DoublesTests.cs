using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Doubles;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Doubles;

public class DoublesTests
{
    private static readonly EnrolledPerson Kept = new(People.Space, People.Sheet);
    private static readonly EnrolledPerson Twin = new(People.OtherSpace, People.Sheet);
    private static readonly SpaceUse Used = new(true, []);
    private static readonly SpaceUse Unused = new(false, []);
    private static readonly SpaceEvent Named = new SpaceEvent.DoubleNamed(People.OtherSpace, Moments.Now);

    public static TheoryData<string, HolderSheet> OtherPeople => new()
    {
        { "birth name", People.Sheet with { BirthName = "AUTRE" } },
        { "given name", People.Sheet with { GivenNames = "Autre" } },
        { "birth date", People.Sheet with { BirthDate = People.Sheet.BirthDate.AddDays(1) } },
        { "sex", People.Sheet with { Sex = People.Sheet.Sex is Sex.Male ? Sex.Female : Sex.Male } },
        { "birth place", People.Sheet with { BirthPlace = "99100" } },
    };

    [Theory]
    [MemberData(nameof(OtherPeople))]
    public void People_whose_strict_traits_differ_are_never_joined(string trait, HolderSheet other)
    {
        Assert.NotEmpty(trait);
        Assert.Equal(IdentityRefusals.DoubleTraitsDiffer, new JoinNumbers(Kept, Twin with { Sheet = other }).Decide(Unused, Used).Refusal);
    }

    [Fact]
    public void The_space_in_use_stays_and_otherwise_that_of_the_number_kept()
    {
        var (ofKept, ofTwin) = (new JoinedSpaces(People.Space, People.OtherSpace), new JoinedSpaces(People.OtherSpace, People.Space));
        var numbers = new JoinNumbers(Kept, Twin);
        Assert.Equal(ofTwin, numbers.Decide(Unused, Used).Value);
        Assert.Equal(ofKept, numbers.Decide(Used, Unused).Value);
        Assert.Equal(ofKept, numbers.Decide(Used, Used).Value);
        Assert.Equal(ofKept, numbers.Decide(Unused, Unused).Value);
    }

    [Fact]
    public void A_choice_once_begun_is_kept_whatever_is_used_meanwhile()
    {
        var numbers = new JoinNumbers(Kept, Twin);
        Assert.Equal(People.Space, numbers.Decide(new(false, [People.OtherSpace]), Used).Value!.Stays);
        Assert.Equal(People.OtherSpace, numbers.Decide(Used, new(false, [People.Space])).Value!.Stays);
    }

    [Fact]
    public void A_space_that_was_taken_in_is_closed_and_never_reopened()
    {
        var space = Given([.. Events.Activated(), new SpaceEvent.ClosedAsDouble(People.OtherSpace, Moments.Now)]);
        Assert.Equal(new(Moments.Now, ClosingMotive.Double), space.ClosureAt(Moments.Now));
        ReopenSpace.Decide(space, new(), Acts.Holder()).ThenRefused(SpaceRefusals.IsDouble);
        NameDouble.Decide(space, new(People.Sheet, People.CarerSpace), Acts.By(People.Platform())).ThenRefused(SpaceRefusals.IsDouble);
        CloseAsDouble.Decide(space, new(People.CarerSpace), Acts.By(People.Platform())).ThenRefused(SpaceRefusals.IsDouble);
    }

    [Fact]
    public void Who_was_shut_out_of_either_stays_out_and_the_stricter_choice_holds()
    {
        var clinic = AccessSubject.Of(People.Clinic);
        var space = Given([.. Events.Activated(new(true, true, false, true)), Named]);
        var other = Given([.. Events.Activated(new(false, false, true, true)), new SpaceEvent.ProfessionalBlocked(new(Guid.NewGuid(), clinic, Moments.Now))]);
        foreach (var happened in TakeInDouble.Decide(space, new(People.OtherSpace, other.Snapshot()), Acts.By(People.Platform())).Events)
        {
            space.Apply(happened);
        }

        Assert.NotNull(space.BlockOn(clinic));
        Assert.Equal(new PrivacyChoices(true, false, false, true), space.Choices);
        Assert.NotNull(space.DoubleOf(People.OtherSpace)!.TakenInAt);
    }

    [Fact]
    public void Only_the_platform_takes_in_or_closes_doubles()
    {
        var space = Given([.. Events.Activated(), Named]);
        NameDouble.Decide(space, new(People.Sheet, People.OtherSpace), Acts.Holder()).ThenRefused(SpaceRefusals.OnlyTheInsurer);
        CloseAsDouble.Decide(space, new(People.OtherSpace), Acts.Holder()).ThenRefused(SpaceRefusals.OnlyTheInsurer);
        TakeInDouble.Decide(space, new(People.OtherSpace, null), Acts.Holder()).ThenRefused(SpaceRefusals.OnlyTheInsurer);
        TakeInDocument.Decide(space, new(People.OtherSpace, Papers.Sheet(), Papers.Content()), Acts.Holder()).ThenRefused(SpaceRefusals.OnlyTheInsurer);
        EraseDouble.Decide(space, new(People.OtherSpace, ErasureGround.Deletion), Acts.Holder()).ThenRefused(SpaceRefusals.OnlyTheInsurer);
    }
}
