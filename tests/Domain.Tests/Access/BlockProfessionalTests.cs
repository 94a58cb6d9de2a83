using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
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
    [InlineData(true)]
    [InlineData(false)]
    public void An_administrator_and_the_attending_doctor_block_for_the_holder(bool attending)
    {
        var doctor = People.Professional(attending ? 1 : 7);
        var space = WithAdministrator();
        var expected = Block with { By = doctor.Id };
        var blocked = BlockProfessional.Decide(space, new(Subject), Acts.By(doctor));
        Assert.Equal(expected, blocked.Then(new SpaceEvent.ProfessionalBlocked(expected)));
        Assert.Equal([new Notice(NoticeKind.SettledForYou, Block.Id, Moments.Now)], blocked.Notices);
        LiftBlock.Decide(space, new(Block.Id), Acts.By(doctor)).ThenRefused(SpaceRefusals.OnlyTheHolder);
    }

    [Fact]
    public void A_doctor_is_not_told_that_the_holder_had_blocked_before()
    {
        var doctor = Acts.By(People.Professional(7));
        var fresh = BlockProfessional.Decide(WithAdministrator(), new(Subject), doctor);
        var standing = BlockProfessional.Decide(WithAdministrator(Events.Blocked(Subject)), new(Subject), doctor);
        Assert.Equal(fresh.Answer.Value, standing.Then());
    }

    [Fact]
    public void A_doctor_does_not_block_themself_nor_once_blocked_nor_in_another_activity()
    {
        var doctor = People.Professional(7);
        BlockProfessional.Decide(WithAdministrator(), new(People.Subject(doctor)), Acts.By(doctor)).ThenRefused(SpaceRefusals.OnlyTheHolder);
        BlockProfessional.Decide(WithAdministrator(), new(Subject), Acts.By(doctor with { Profession = "21" })).ThenRefused(SpaceRefusals.OnlyTheHolder);
        BlockProfessional.Decide(WithAdministrator(Events.Blocked(People.Subject(doctor))), new(Subject), Acts.By(doctor))
            .ThenRefused(SpaceRefusals.OnlyTheHolder);
    }

    [Theory]
    [MemberData(nameof(Callers.NotTheHolder), MemberType = typeof(Callers))]
    public void Nobody_else_blocks_or_unblocks(Caller caller)
    {
        BlockProfessional.Decide(Given([.. Events.Activated(), Events.NobodyAttends]), new(Subject), Acts.By(caller))
            .ThenRefused(SpaceRefusals.OnlyTheHolder);
        LiftBlock.Decide(Given([.. Events.Activated(), new SpaceEvent.ProfessionalBlocked(Block)]), new(Block.Id), Acts.By(caller))
            .ThenRefused(SpaceRefusals.OnlyTheHolder);
    }

    private static Space WithAdministrator(params SpaceEvent[] more) =>
        Given([.. Events.Activated(), new SpaceEvent.Appointed(new(NamedRole.Administrator, People.Professional(7).Id, "Dr 7", Moments.Opening)), .. more]);
}
