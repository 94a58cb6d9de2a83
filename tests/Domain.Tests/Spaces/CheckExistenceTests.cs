using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Spaces;

public class CheckExistenceTests
{
    private static readonly Existence Nothing = new(false, false, false, AuthorisationStatus.None, false);

    private static readonly Existence Open = new(true, true, true, AuthorisationStatus.None, false);

    private static AccessSubject Subject => People.Subject(People.Professional());

    [Fact]
    public void Before_the_opening_there_is_no_record()
    {
        Assert.Equal(Nothing, Check(NeverWritten(), Moments.Opening - Moments.Tick));
        Assert.Equal(Nothing, Existence.Of(NeverWritten(), People.Sheet with { InformedAt = null }, People.Professional(), Moments.Now));
    }

    [Fact]
    public void From_the_opening_on_there_is_one() =>
        Assert.Equal(Open with { Activated = false }, Check(NeverWritten(), Moments.Opening));

    [Fact]
    public void Who_objected_within_the_six_weeks_never_had_one() => Assert.Equal(Nothing, Check(Given(Events.Recorded, Events.Opposed)));

    [Fact]
    public void Who_objected_later_had_one_that_is_no_longer_active() =>
        Assert.Equal(Nothing with { Exists = true, Closure = new(Moments.Opening, ClosingMotive.HolderRequest) }, Check(Given(Events.Recorded, new SpaceEvent.Opposed(Moments.Opening))));

    [Fact]
    public void A_professional_learns_the_status_of_their_authorisation()
    {
        Assert.Equal(Open with { Authorisation = AuthorisationStatus.Valid }, Check(Given([.. Events.Activated(), Events.Authorised(Subject)])));
        Assert.Equal(Open with { Authorisation = AuthorisationStatus.Expired },
            Check(Given([.. Events.Activated(), Events.Authorised(Subject, Moments.Now.AddYears(-1))])));
        Assert.Equal(Open, Check(Given(Events.Activated())));
    }

    [Fact]
    public void Whom_the_holder_named_learns_that_they_may_consult()
    {
        var named = Given([.. Events.Activated(), new SpaceEvent.Appointed(new(NamedRole.Administrator, People.Professional().Id, "x", Moments.Opening))]);
        Assert.Equal(Open with { Authorisation = AuthorisationStatus.Valid }, Check(named));
    }

    [Fact]
    public void A_block_looks_like_no_authorisation()
    {
        var blocked = Given([.. Events.Activated(), Events.Authorised(Subject), Events.Blocked(Subject)]);
        Assert.Equal(Check(Given(Events.Activated())), Check(blocked));
    }

    [Fact]
    public void The_attending_doctor_learns_that_they_are() =>
        Assert.Equal(Open with { AttendingDoctor = true }, Existence.Of(Given(Events.Activated()), People.Sheet, People.Professional(1), Moments.Now));

    [Fact]
    public void Software_without_a_person_learns_whether_it_may_feed() =>
        Assert.Equal(Open, Existence.Of(Given(Events.Activated()), People.Sheet, People.Laboratory(), Moments.Now));

    private static Existence Check(Space space, DateTimeOffset? at = null) =>
        Existence.Of(space, People.Sheet, People.Professional(), at ?? Moments.Now);
}
