using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using MonEspaceSante.Domain.Traces;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Proxies;

public class ActForTests
{
    private static readonly Caller Parent = new Caller.Holder(People.ParentSpace);
    private static readonly Caller Carer = new Caller.Holder(People.CarerSpace);
    private static readonly Delegation Term = new(People.CarerSpace, "Sacha Brindille", Moments.Informed, Moments.Now.AddDays(90));

    [Theory]
    [InlineData(ProxyMatter.Record)]
    [InlineData(ProxyMatter.Settling)]
    public void Who_represents_the_holder_now_acts_as_their_representative(ProxyMatter matter) =>
        Assert.Equal(People.Representative(), Ask(Child(), Parent, matter).Then());

    [Fact]
    public void Who_cares_for_the_holder_now_acts_as_their_carer() =>
        Assert.Equal(People.Carer(), Ask(CaredFor(), Carer, ProxyMatter.Record).Then());

    [Fact]
    public void In_ones_own_space_one_stays_oneself() =>
        Assert.Equal(People.Holder, Ask(CaredFor(), People.Holder, ProxyMatter.OwnAccount).Then());

    [Fact]
    public void To_who_is_nothing_here_the_space_does_not_exist_and_the_attempt_is_told()
    {
        var refused = Ask(CaredFor(), Parent, ProxyMatter.Record);
        Assert.Equal(IdentityRefusals.PersonUnknown, refused.Answer.Refusal);
        var trace = Assert.IsType<SpaceEvent.Accessed>(Assert.Single(refused.Events)).Trace;
        Assert.Equal((false, TraceAction.ActedForHolder, AccessReason.NotTheirSpace, Parent), (trace.Allowed, trace.Action, trace.Gate, trace.By));
        Ask(NeverWritten(), Parent, ProxyMatter.Record).ThenRefused(IdentityRefusals.PersonUnknown);
    }

    [Fact]
    public void A_carer_settles_nothing_and_nobody_touches_the_account_of_another()
    {
        Beyond(Ask(CaredFor(), Carer, ProxyMatter.Settling), SpaceRefusals.OnlyTheHolder, People.Carer());
        Beyond(Ask(CaredFor(), Carer, ProxyMatter.OwnAccount), ProxyRefusals.OnlyForOneself, People.Carer());
        Beyond(Ask(Child(), Parent, ProxyMatter.OwnAccount), ProxyRefusals.OnlyForOneself, People.Representative());
    }

    [Fact]
    public void A_term_begins_at_its_first_instant_and_ends_before_its_last()
    {
        bool Acts(DateTimeOffset at) => Ask(CaredFor(), Carer, ProxyMatter.Record, at).Answer.Accepted;
        Assert.False(Acts(Term.From - Moments.Tick));
        Assert.True(Acts(Term.From));
        Assert.True(Acts(Term.Until - Moments.Tick));
        Assert.False(Acts(Term.Until));
    }

    private static Space Child() => Given([.. Events.OfMinor(), Events.Parent]);

    private static Space CaredFor() => Given([.. Events.Activated(), new SpaceEvent.DelegationGiven(Term)]);

    private static Decision<SpaceEvent, Caller> Ask(Space space, Caller who, ProxyMatter matter, DateTimeOffset? at = null) =>
        ActFor.Decide(space, new(matter), Acts.By(who, at), Papers.Matrix);

    private static void Beyond(Decision<SpaceEvent, Caller> decision, Refusal refusal, Caller by)
    {
        Assert.Equal(refusal, decision.Answer.Refusal);
        var trace = Assert.IsType<SpaceEvent.Accessed>(Assert.Single(decision.Events)).Trace;
        Assert.Equal((false, AccessReason.BeyondProxy, by), (trace.Allowed, trace.Gate, trace.By));
    }
}
