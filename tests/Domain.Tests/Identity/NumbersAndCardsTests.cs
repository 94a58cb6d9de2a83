using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Tests.Builders;

namespace MonEspaceSante.Domain.Tests.Identity;

public class NumbersAndCardsTests
{
    private static readonly BlindKey Waiting = BlindKey.Parse("00112233445566778899aabbccddeeff", null);

    private static readonly BlindKey Permanent = BlindKey.Parse("11112233445566778899aabbccddeeff", null);

    private static readonly BlindKey Child = BlindKey.Parse("22112233445566778899aabbccddeeff", null);

    private static readonly BucketEvent Enrolled = new BucketEvent.Enrolled(Waiting, People.Space, People.Sheet);

    private static readonly BucketEvent Replaced = new BucketEvent.NumberReplaced(Waiting, Permanent);

    [Fact]
    public void Under_the_permanent_number_the_person_keeps_the_space_of_the_waiting_one() =>
        Assert.Equal(People.Space, EnrolPerson.Decide(Given(), Named(Permanent)).Then(
            new BucketEvent.Enrolled(Permanent, People.Space, People.Sheet)).Space);

    [Fact]
    public void A_former_number_finds_the_new_one_and_nobody_by_itself()
    {
        var bucket = Given(Enrolled, Replaced);
        Assert.False(bucket.TryFind(Waiting, out _));
        Assert.Equal(Permanent, bucket.ReplacementOf(Waiting));
    }

    [Fact]
    public void A_replaced_number_enrols_nobody_any_more() =>
        EnrolPerson.Decide(Given(Enrolled, Replaced), new(Waiting, People.OtherSpace, People.Sheet)).ThenRefused(IdentityRefusals.NumberReplaced);

    [Fact]
    public void A_number_may_be_replaced_before_its_own_line_comes() =>
        Assert.Empty(ReplaceNumber.Decide(Given(), new(Waiting, Permanent)).Then(Replaced));

    [Fact]
    public void A_number_is_not_replaced_by_a_second_one_nor_by_itself()
    {
        ReplaceNumber.Decide(Given(Replaced), new(Waiting, Child)).ThenRefused(IdentityRefusals.NumberReplaced);
        ReplaceNumber.Decide(Given(Enrolled), new(Waiting, Waiting)).ThenRefused(IdentityRefusals.NumberReplaced);
    }

    [Fact]
    public void Two_numbers_with_a_space_each_are_not_joined_by_the_way()
    {
        var other = new BucketEvent.Enrolled(Permanent, People.OtherSpace, People.Sheet);
        EnrolPerson.Decide(Given(other), Named(Permanent)).ThenRefused(IdentityRefusals.TwoSpaces);
    }

    [Fact]
    public void A_card_is_kept_for_a_holder_who_is_not_enrolled_yet_and_passes_to_their_new_number()
    {
        var bucket = Given(new BucketEvent.DependantListed(Waiting, Child));
        Assert.Equal([Child], bucket.DependantsOf(Waiting));
        Assert.Equal([Child], ReplaceNumber.Decide(bucket, new(Waiting, Permanent)).Then(Replaced));
    }

    [Fact]
    public void A_feed_that_does_not_say_takes_back_neither_a_card_nor_a_death()
    {
        var sheet = People.Sheet with { AttachedTo = [Permanent], DiedOn = new(2026, 3, 4) };
        var bucket = Given(new BucketEvent.Enrolled(Waiting, People.Space, sheet));
        EnrolPerson.Decide(bucket, new(Waiting, People.Space, People.Sheet)).Then();
    }

    [Fact]
    public void A_feed_takes_somebody_off_a_card_by_saying_so()
    {
        var bucket = Given(new BucketEvent.Enrolled(Waiting, People.Space, People.Sheet with { AttachedTo = [Permanent] }));
        var alone = People.Sheet with { AttachedTo = [] };
        EnrolPerson.Decide(bucket, new(Waiting, People.Space, alone)).Then(new BucketEvent.TraitsChanged(Waiting, alone));
    }

    [Fact]
    public void The_snapshot_says_all_that_the_events_said()
    {
        var bucket = Given(Enrolled, new BucketEvent.DependantListed(Permanent, Child), new BucketEvent.NumberReplaced(Child, Permanent));
        var copy = Given(bucket.Snapshot());
        Assert.True(copy.TryFind(Waiting, out _));
        Assert.Equal([Child], copy.DependantsOf(Permanent));
        Assert.Equal(Permanent, copy.ReplacementOf(Child));
    }

    private static EnrolPerson Named(BlindKey key) => new(key, People.OtherSpace, People.Sheet, Same: People.Space);

    private static IdentityBucket Given(params BucketEvent[] events)
    {
        var bucket = new IdentityBucket();
        Array.ForEach(events, bucket.Apply);
        return bucket;
    }
}
