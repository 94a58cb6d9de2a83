using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Access;

public class AppointmentTests
{
    private static readonly Caller.Professional Doctor = People.Professional();

    private static readonly Appoint Administrator = new(NamedRole.Administrator, Doctor.Id, "Dr 2");

    [Fact]
    public void The_holder_names_several_administrators()
    {
        var space = Given([.. Events.Activated(), Appointed(NamedRole.Administrator, 7)]);
        Appoint.Decide(space, Administrator, Acts.Holder())
            .Then(new SpaceEvent.Appointed(new(NamedRole.Administrator, Doctor.Id, "Dr 2", Moments.Now)));
    }

    [Theory]
    [InlineData(NamedRole.ReferentMidwife)]
    [InlineData(NamedRole.CorrespondentPharmacist)]
    public void There_is_one_referent_midwife_and_one_correspondent_pharmacist_the_last_named(NamedRole role)
    {
        var space = Given([.. Events.Activated(), Appointed(role, 7)]);
        Appoint.Decide(space, new(role, Doctor.Id, "Dr 2"), Acts.Holder()).Then(
            new SpaceEvent.Appointed(new(role, Doctor.Id, "Dr 2", Moments.Now)),
            new SpaceEvent.AppointmentEnded(role, People.Professional(7).Id, Moments.Now));
    }

    [Fact]
    public void A_parent_names_for_the_child()
    {
        var space = Given([.. Events.OfMinor(), Events.Parent]);
        Assert.NotNull(Appoint.Decide(space, Administrator, Acts.By(People.Representative())).Answer.Value);
    }

    [Fact]
    public void Who_is_blocked_is_not_named() =>
        Appoint.Decide(Given([.. Events.Activated(), Events.Blocked(People.Subject(Doctor))]), Administrator, Acts.Holder())
            .ThenRefused(AccessRefusals.SubjectBlocked);

    [Fact]
    public void A_block_ends_every_role_and_lifting_it_brings_none_back()
    {
        var space = Given([.. Events.Activated(), Appointed(NamedRole.Administrator, 2), Appointed(NamedRole.CorrespondentPharmacist, 2)]);
        var block = BlockProfessional.Decide(space, new(People.Subject(Doctor)), Acts.Holder());
        Assert.Equal(2, block.Events.OfType<SpaceEvent.AppointmentEnded>().Count());
        space.Take(block.Events);
        space.Take(LiftBlock.Decide(space, new(block.Answer.Value!.Id), Acts.Holder()).Events);
        Assert.Empty(space.Appointments);
    }

    [Fact]
    public void A_role_not_given_is_not_taken_back() =>
        EndAppointment.Decide(Given(Events.Activated()), new(NamedRole.Administrator, Doctor.Id), Acts.Holder())
            .ThenRefused(AccessRefusals.AppointmentUnknown);

    [Theory]
    [InlineData(NamedRole.Administrator, "10", "21")]
    [InlineData(NamedRole.ReferentMidwife, "50", "60")]
    [InlineData(NamedRole.CorrespondentPharmacist, "21", "10")]
    public void A_role_lets_in_whoever_exercises_its_profession_and_not_another(NamedRole role, string profession, string other)
    {
        var space = Given([.. Events.Activated(), Appointed(role, 2)]);
        Assert.True(AccessRules.Enter(space, Doctor with { Profession = profession }, AccessContext.Ordinary, Moments.Now).Allowed);
        Assert.Equal(AccessReason.NotAuthorised, AccessRules.Enter(space, Doctor with { Profession = other }, AccessContext.Ordinary, Moments.Now).Reason);
    }

    [Theory]
    [MemberData(nameof(Callers.NotTheHolder), MemberType = typeof(Callers))]
    public void Nobody_else_gives_or_takes_roles(Caller caller)
    {
        var space = Given([.. Events.Activated(), Appointed(NamedRole.Administrator, 2)]);
        Appoint.Decide(space, Administrator with { Professional = People.Gp }, Acts.By(caller)).ThenRefused(SpaceRefusals.OnlyTheHolder);
        EndAppointment.Decide(space, new(NamedRole.Administrator, Doctor.Id), Acts.By(caller)).ThenRefused(SpaceRefusals.OnlyTheHolder);
    }

    private static SpaceEvent.Appointed Appointed(NamedRole role, int n) =>
        new SpaceEvent.Appointed(new(role, People.Professional(n).Id, $"Dr {n}", Moments.Opening));
}
