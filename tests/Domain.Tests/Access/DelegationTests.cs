using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Access;

public class DelegationTests
{
    private static readonly Delegation Summer = new(People.CarerSpace, "Sacha Brindille", Moments.Now.AddDays(1), Moments.Now.AddDays(90));

    [Fact]
    public void A_carer_comes_in_from_the_first_day_to_before_the_last()
    {
        var space = Given([.. Events.Activated(), new SpaceEvent.DelegationGiven(Summer)]);
        bool Enters(DateTimeOffset at) => AccessRules.Enter(space, People.Carer(), AccessContext.Ordinary, at).Allowed;
        Assert.False(Enters(Summer.From - Moments.Tick));
        Assert.True(Enters(Summer.From));
        Assert.True(Enters(Summer.Until - Moments.Tick));
        Assert.False(Enters(Summer.Until));
    }

    [Fact]
    public void Either_ends_it()
    {
        var space = Given([.. Events.Activated(), new SpaceEvent.DelegationGiven(Summer)]);
        var ended = new SpaceEvent.DelegationEnded(People.CarerSpace, Moments.Now);
        EndDelegation.Decide(space, new(People.CarerSpace), Acts.Holder()).Then(ended);
        EndDelegation.Decide(space, new(People.CarerSpace), Acts.By(People.Carer())).Then(ended);
        EndDelegation.Decide(space, new(People.CarerSpace), Acts.By(People.Carer() with { Self = People.OtherSpace })).ThenRefused(SpaceRefusals.OnlyTheHolder);
        EndDelegation.Decide(space, new(People.CarerSpace), Acts.By(new Caller.Holder(People.CarerSpace))).Then(ended);
        EndDelegation.Decide(space, new(People.CarerSpace), Acts.By(new Caller.Holder(People.OtherSpace))).ThenRefused(SpaceRefusals.OnlyTheHolder);
        EndDelegation.Decide(space, new(People.OtherSpace), Acts.Holder()).ThenRefused(AccessRefusals.DelegationUnknown);
    }

    /// <summary>R9: a carer reads and adds; who else has access, and the life of the space, are not theirs.</summary>
    [Fact]
    public void A_carer_settles_nothing()
    {
        var space = Given([.. Events.Activated(), new SpaceEvent.DelegationGiven(Summer with { From = Moments.Informed }), Events.Deposited(Papers.Sheet())]);
        var (carer, somebody) = (Acts.By(People.Carer()), People.Subject(People.Professional()));
        Assert.True(AccessRules.Enter(space, People.Carer(), AccessContext.Ordinary, Moments.Now).Allowed);
        Authorise.Decide(space, new(somebody, "x"), carer).ThenRefused(SpaceRefusals.OnlyTheHolder);
        BlockProfessional.Decide(space, new(somebody), carer).ThenRefused(SpaceRefusals.OnlyTheHolder);
        MakeChoices.Decide(space, new(PrivacyChoices.Unexpressed), carer).ThenRefused(SpaceRefusals.OnlyTheHolder);
        Appoint.Decide(space, new(NamedRole.Administrator, People.Gp, "x"), carer).ThenRefused(SpaceRefusals.OnlyTheHolder);
        InviteCarer.Decide(space, new(Logins.Person, "x", People.OtherSpace, new(Summer.From, Summer.Until, CarerRights.Full)), carer)
            .ThenRefused(SpaceRefusals.OnlyTheHolder);
        ChangeDelegation.Decide(space, new(People.CarerSpace, Summer.Until.AddYears(9), CarerRights.Full), carer).ThenRefused(SpaceRefusals.OnlyTheHolder);
        ObjectToFeeding.Decide(space, new(somebody, "Un proche y travaille"), carer).ThenRefused(SpaceRefusals.OnlyTheHolder);
        Domain.Documents.HideDocument.Decide(space, new(Papers.Sheet().LogicalId, true, AccessContext.Ordinary), carer, Papers.Matrix).ThenRefused(SpaceRefusals.OnlyTheHolder);
        CloseSpace.Decide(space, new(), carer).ThenRefused(SpaceRefusals.OnlyTheHolder);
        Oppose.Decide(space, new(People.Sheet), carer).ThenRefused(SpaceRefusals.OnlyTheHolder);
        Assert.Equal(SpaceRefusals.OnlyTheHolder, SimulateAccess.Answer(space, new(new("10")), carer, Papers.Matrix).Refusal);
    }
}
