using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Proxies;

/// <summary>Majority, to the tick: midnight in Paris at the beginning of the eighteenth birthday.</summary>
public class AgeTests
{
    [Theory]
    [InlineData("2013-03-12", "2031-03-12T00:00:00+01:00")]
    [InlineData("2013-07-14", "2031-07-14T00:00:00+02:00")]
    [InlineData("2012-02-29", "2030-03-01T00:00:00+01:00")]
    [InlineData("2012-03-01", "2030-03-01T00:00:00+01:00")]
    [InlineData("2010-03-01", "2028-03-01T00:00:00+01:00")]
    [InlineData("2009-03-29", "2027-03-29T00:00:00+02:00")]
    public void A_parent_acts_until_the_tick_before_majority(string born, string majority)
    {
        var child = People.Minor with { BirthDate = DateOnly.Parse(born, null) };
        var at = DateTimeOffset.Parse(majority, null);
        var space = Given([new SpaceEvent.HolderRecorded(child), new SpaceEvent.Activated(Moments.Opening, PrivacyChoices.Unexpressed), Events.Parent]);
        Assert.Equal(at, child.ComesOfAgeAt);
        Assert.True(space.IsRepresentedBy(People.ParentSpace, at - Moments.Tick));
        Assert.False(space.IsRepresentedBy(People.ParentSpace, at));
        Assert.Equal(AccessReason.MinorsOwnSpace, AccessRules.Enter(space, People.Holder, AccessContext.Ordinary, at - Moments.Tick).Reason);
        Assert.Equal(AccessReason.OwnSpace, AccessRules.Enter(space, People.Holder, AccessContext.Ordinary, at).Reason);
    }

    [Fact]
    public void The_platform_is_woken_for_majority_and_says_it_once_to_both_parents()
    {
        var named = RepresentChild.Decide(NeverWritten(), new(People.Minor, People.ParentSpace, "Camille Martellane"), Acts.By(People.Platform()));
        Assert.Equal([(DueKind.HolderComesOfAge, People.Minor.ComesOfAgeAt)], named.Due.Select(due => (due.Kind, due.At)));
        var space = Given([.. named.Events, new SpaceEvent.RepresentativeNamed(new(People.OtherSpace, "Autre parent", RepresentationKind.Minority, Moments.Now))]);

        Assert.Empty(ComeOfAge.Decide(space, new(), Acts.By(People.Platform(), People.Minor.ComesOfAgeAt - Moments.Tick)).Events);
        var come = ComeOfAge.Decide(space, new(), Acts.By(People.Platform(), People.Minor.ComesOfAgeAt));
        Assert.Equal([People.ParentSpace, People.OtherSpace], come.Elsewhere.Select(told => told.Space));
        Assert.All(come.Elsewhere, told => Assert.Equal(NoticeKind.ProxyEnded, told.Notice.Kind));
        space.Take(come.Events);
        Assert.Empty(space.Representations);
        Assert.Empty(ComeOfAge.Decide(space, new(), Acts.By(People.Platform(), People.Minor.ComesOfAgeAt)).Events);
    }

    [Fact]
    public void A_parent_certifies_on_their_honour_and_a_second_one_of_the_card_waits_to_be_invited()
    {
        var space = NeverWritten();
        var certified = RepresentChild.Decide(space, new(People.Minor, People.ParentSpace, "Camille Martellane"), Acts.By(People.Platform()));
        Assert.Contains(new SpaceEvent.RepresentationCertified(People.ParentSpace, "Camille Martellane", Moments.Now), certified.Events);
        space.Take(certified.Events);
        RepresentChild.Decide(space, new(People.Minor, People.OtherSpace, "x"), Acts.By(People.Platform())).ThenRefused(ProxyRefusals.AlreadyRepresented);
        RepresentChild.Decide(NeverWritten(), new(People.Sheet, People.ParentSpace, "x"), Acts.By(People.Platform())).ThenRefused(AccessRefusals.NobodyToRepresent);
    }

    [Fact]
    public void Death_ends_every_proxy_and_closing_every_carers()
    {
        SpaceEvent[] before = [.. Events.OfMinor(), Events.Parent, new SpaceEvent.DelegationGiven(Samples.Delegation)];
        var (dead, closed) = (Given([.. before, new SpaceEvent.HolderDied(Moments.Now)]), Given([.. before, new SpaceEvent.Closed(Moments.Now)]));
        Assert.False(dead.IsRepresentedBy(People.ParentSpace, Moments.Now) || dead.IsCaredForBy(People.CarerSpace, Moments.Now));
        Assert.False(closed.IsCaredForBy(People.CarerSpace, Moments.Now));
        Assert.True(closed.IsRepresentedBy(People.ParentSpace, Moments.Now));
        closed.Apply(new SpaceEvent.Reopened(Moments.Now));
        Assert.False(closed.IsCaredForBy(People.CarerSpace, Moments.Now));
    }
}
