using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Identity;

public class EnrolPersonTests
{
    private static readonly BlindKey Key = BlindKey.Parse("00112233445566778899aabbccddeeff", null);

    private static readonly EnrolPerson Command = new(Key, People.Space, People.Sheet);

    private static readonly BucketEvent Enrolled = new BucketEvent.Enrolled(Key, People.Space, People.Sheet);

    [Fact]
    public void Somebody_new_gets_the_space_that_is_offered() =>
        Assert.Equal(new EnrolledPerson(People.Space, People.Sheet), EnrolPerson.Decide(Given(), Command).Then(Enrolled));

    [Fact]
    public void Enrolled_again_they_keep_their_space() =>
        Assert.Equal(People.Space, EnrolPerson.Decide(Given(Enrolled), Command with { Space = People.OtherSpace }).Then().Space);

    [Fact]
    public void New_traits_are_taken_over()
    {
        var married = People.Sheet with { Email = "new@example.test" };
        var person = EnrolPerson.Decide(Given(Enrolled), Command with { Sheet = married }).Then(new BucketEvent.TraitsChanged(Key, married));
        Assert.Equal(new EnrolledPerson(People.Space, married), person);
    }

    [Fact]
    public void A_feed_that_says_nothing_of_the_letter_does_not_take_it_back() =>
        EnrolPerson.Decide(Given(Enrolled), Command with { Sheet = People.Sheet with { InformedAt = null } }).Then();

    [Fact]
    public void Another_birth_date_or_sex_under_the_same_number_is_refused()
    {
        var younger = Command with { Sheet = People.Sheet with { BirthDate = People.Sheet.BirthDate.AddDays(1) } };
        EnrolPerson.Decide(Given(Enrolled), younger).ThenRefused(IdentityRefusals.TraitsDiffer);
        var brother = Command with { Sheet = People.Sheet with { Sex = Sex.Male } };
        EnrolPerson.Decide(Given(Enrolled), brother).ThenRefused(IdentityRefusals.TraitsDiffer);
    }

    [Fact]
    public void The_fold_keeps_the_space_and_the_latest_traits()
    {
        var moved = People.Sheet with { Email = null };
        var bucket = Given(Enrolled, new BucketEvent.TraitsChanged(Key, moved));
        Assert.True(bucket.TryFind(Key, out var person));
        Assert.Equal(new EnrolledPerson(People.Space, moved), person);
        Assert.Equal([new BucketEvent.Enrolled(Key, People.Space, moved)], bucket.Snapshot());
    }

    private static IdentityBucket Given(params BucketEvent[] events)
    {
        var bucket = new IdentityBucket();
        foreach (var happened in events)
        {
            bucket.Apply(happened);
        }

        return bucket;
    }
}
