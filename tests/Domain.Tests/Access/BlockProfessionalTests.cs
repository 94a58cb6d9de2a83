using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Access;

public class BlockProfessionalTests
{
    private static readonly AccessSubject Subject = People.Subject(People.Professional());

    private static readonly Block Block = new(Ids.Of(Acts.Holder().CommandId, "block"), Subject, Moments.Now);

    [Fact]
    public void Somebody_unknown_to_the_list_can_be_blocked() => Assert.Equal(
        Block, BlockProfessional.Decide(Given(Events.Activated()), new(Subject), Acts.Holder()).Then(new SpaceEvent.ProfessionalBlocked(Block)));

    [Fact]
    public void A_block_ends_the_authorisation() =>
        BlockProfessional.Decide(Given([.. Events.Activated(), Events.Authorised(Subject)]), new(Subject), Acts.Holder())
            .Then(new SpaceEvent.ProfessionalBlocked(Block), new SpaceEvent.AuthorisationWithdrawn(Subject, Moments.Now));

    [Fact]
    public void Blocked_again_by_another_command_the_first_block_stands()
    {
        var space = Given([.. Events.Activated(), new SpaceEvent.ProfessionalBlocked(Block)]);
        Assert.Equal(Block, BlockProfessional.Decide(space, new(Subject), Acts.Holder(id: Guid.NewGuid())).Then());
    }

    [Fact]
    public void A_lifted_block_brings_no_authorisation_back()
    {
        var space = Given([.. Events.Activated(), Events.Authorised(Subject)]);
        space.Take(BlockProfessional.Decide(space, new(Subject), Acts.Holder()).Events);
        var lift = LiftBlock.Decide(space, new(Block.Id), Acts.Holder());
        lift.Then(new SpaceEvent.BlockLifted(Block.Id, Subject, Moments.Now));
        space.Take(lift.Events);
        Assert.Empty(space.Blocks);
        Assert.Equal(AccessReason.NotAuthorised, AccessRules.Enter(space, People.Professional(), AccessContext.Ordinary, Moments.Now).Reason);
    }

    [Fact]
    public void What_is_not_blocked_is_not_unblocked() =>
        LiftBlock.Decide(Given([.. Events.Activated(), Events.Blocked(Subject)]), new(Guid.NewGuid()), Acts.Holder())
            .ThenRefused(AccessRefusals.BlockUnknown);

    [Theory]
    [MemberData(nameof(Callers.NotTheHolder), MemberType = typeof(Callers))]
    public void Nobody_else_blocks_or_unblocks(Caller caller)
    {
        BlockProfessional.Decide(Given([.. Events.Activated(), Events.NobodyAttends]), new(Subject), Acts.By(caller))
            .ThenRefused(SpaceRefusals.OnlyTheHolder);
        LiftBlock.Decide(Given([.. Events.Activated(), new SpaceEvent.ProfessionalBlocked(Block)]), new(Block.Id), Acts.By(caller))
            .ThenRefused(SpaceRefusals.OnlyTheHolder);
    }
}
