using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Tests.Builders;
using static MonEspaceSante.Domain.Tests.Builders.Story;

namespace MonEspaceSante.Domain.Tests.Spaces;

/// <summary>What is settled in a space in which state: each command, by whom it is for, in a space in which it would do something.</summary>
public class SettlingTests
{
    private const string Done = "";

    private static readonly AccessSubject Subject = People.Subject(People.Professional());
    private static readonly AccessSubject Other = People.Subject(People.Professional(3));
    private static readonly Block Block = new(new("b10cb10c-0000-0000-0000-000000000001"), Other, Moments.Now.AddDays(-300));
    private static readonly Act Holder = Acts.Holder();
    private static readonly Act Parent = Acts.By(People.Representative());
    private static readonly Act Platform = Acts.By(People.Platform());
    private static readonly Act Doctor = Acts.By(People.Professional());
    private static readonly Act Invited = Acts.By(new Caller.Holder(People.CarerSpace));

    private static readonly SpaceEvent[] Before =
    [
        .. Events.OfMinor(), Events.Parent, Events.Authorised(Subject), new SpaceEvent.ProfessionalBlocked(Block),
        new SpaceEvent.Appointed(new(NamedRole.Administrator, People.Professional().Id, "Somebody", Moments.Opening)),
        new SpaceEvent.FeedingObjected(new(Subject, "Un proche y travaille", Moments.Opening)),
        new SpaceEvent.DelegationGiven(new(People.OtherSpace, "Somebody", Moments.Opening, Moments.Now.AddDays(60))),
        new SpaceEvent.ProxyInvited(Samples.Invitation with { Invited = People.CarerSpace, At = Moments.Now.AddDays(-1), Outcome = InvitationStatus.Pending }),
    ];

    private static readonly Dictionary<string, SpaceEvent[]> States = new()
    {
        ["activated"] = [],
        ["suspended"] = [Events.Suspended()],
        ["suspended and silent"] = [Events.Suspended(Moments.Now - SpaceEnding.SuspensionWindow)],
        ["closed"] = [Events.Closed(Moments.Now.AddDays(-2))],
        ["in deletion"] = [Events.Closed(Moments.Now.AddDays(-2)), new SpaceEvent.DeletionAsked(Moments.Now.AddDays(-2))],
        ["deceased"] = [new SpaceEvent.HolderDied(Moments.Now.AddDays(-2))],
        ["to be erased"] = [Events.Closed(Moments.Now.AddDays(-40)), new SpaceEvent.DeletionAsked(Moments.Now.AddDays(-40))],
        ["erased"] = [Events.Closed(Moments.Now.AddDays(-40)), Events.Erased],
    };

    // Of the dead, representation is over: who represented them is nobody there.
    private static readonly string[] OfTheHolder =
        [Done, "space-suspended", "space-closed", "space-closed", "space-closed", "space-closed", "space-erased", "space-erased"];

    private static readonly string[] OfTheParent =
        [Done, "space-suspended", "space-closed", "space-closed", "space-closed", "may-not-name-representatives", "space-erased", "space-erased"];

    // A closing takes the invitations with it.
    private static readonly string[] OfTheInvited =
        [Done, "invitation-over", "invitation-over", .. Enumerable.Repeat("invitation-unknown", 5)];

    private static readonly string[] OfDoctors =
        [Done, "only-the-holder", "only-the-holder", "only-the-holder", "only-the-holder", "only-the-holder", "only-the-holder", "only-the-holder"];

    private static readonly string[] OfTheTeam =
        [Done, "not-of-the-care-team", "not-of-the-care-team", "not-of-the-care-team", "not-of-the-care-team", "not-of-the-care-team", "not-of-the-care-team", "not-of-the-care-team"];

    private static readonly string[] OfRepresentation = [Done, Done, Done, Done, Done, "space-closed", "space-erased", "space-erased"];

    private static readonly Dictionary<string, (Func<Space, Refusal?> Send, string[] Expected)> Commands = new()
    {
        ["block"] = (space => BlockProfessional.Decide(space, new(Subject), Holder).Answer.Refusal, OfTheHolder),
        ["block by a doctor"] = (space => BlockProfessional.Decide(space, new(People.Subject(People.Professional(4))), Doctor).Answer.Refusal, OfDoctors),
        ["lift a block"] = (space => LiftBlock.Decide(space, new(Block.Id), Holder).Answer.Refusal, OfTheHolder),
        ["authorise"] = (space => Authorise.Decide(space, new(Subject, "Somebody"), Holder).Answer.Refusal, OfTheHolder),
        ["withdraw"] = (space => WithdrawAuthorisation.Decide(space, new(Subject), Holder).Answer.Refusal, OfTheHolder),
        ["collect consent"] = (space => CollectConsent.Decide(space, new(People.Professional(5).Id, "Somebody"), Doctor).Answer.Refusal, OfTheTeam),
        ["appoint"] = (space => Appoint.Decide(space, new(NamedRole.ReferentMidwife, People.Gp, "Somebody"), Holder).Answer.Refusal, OfTheHolder),
        ["end a role"] = (space => EndAppointment.Decide(space, new(NamedRole.Administrator, People.Professional().Id), Holder).Answer.Refusal, OfTheHolder),
        ["object"] = (space => ObjectToFeeding.Decide(space, new(Other, "Un proche y travaille"), Holder).Answer.Refusal, OfTheHolder),
        ["lift an objection"] = (space => LiftFeedingObjection.Decide(space, new(Subject), Holder).Answer.Refusal, OfTheHolder),
        ["choose"] = (space => MakeChoices.Decide(space, new(new(true, true, true, true)), Holder).Answer.Refusal, OfTheHolder),
        ["invite a carer"] = (space => InviteCarer.Decide(
            space, new(Logins.Login, "Somebody", People.ParentSpace, Samples.Invitation.Term!), Holder).Answer.Refusal, OfTheHolder),
        ["withdraw an invitation"] = (space => WithdrawInvitation.Decide(space, new(Samples.Invitation.Id), Holder).Answer.Refusal, OfTheHolder),
        ["accept an invitation"] = (space => AnswerInvitation.Decide(space, new(Samples.Invitation.Id, true), Invited).Answer.Refusal, OfTheInvited),
        ["refuse an invitation"] = (space => AnswerInvitation.Decide(space, new(Samples.Invitation.Id, false), Invited).Answer.Refusal, OfTheInvited),
        ["change a delegation"] = (space => ChangeDelegation.Decide(
            space, new(People.OtherSpace, Moments.Now.AddDays(9), CarerRights.Full), Holder).Answer.Refusal, OfTheHolder),
        ["end a delegation"] = (space => EndDelegation.Decide(space, new(People.OtherSpace), Holder).Answer.Refusal, OfTheHolder),
        ["invite a second parent"] = (space => InviteRepresentative.Decide(space, new(Logins.Login, "Somebody", People.OtherSpace), Parent).Answer.Refusal, OfTheParent),
        ["add a child"] = (space => RepresentChild.Decide(space, new(People.Minor, People.ParentSpace, "Somebody"), Platform).Answer.Refusal, OfTheHolder),
        ["name a guardian"] = (space => NameRepresentative.Decide(
            space, new(People.Minor, People.CarerSpace, "Somebody", RepresentationKind.Guardianship), Platform).Answer.Refusal, OfRepresentation),
        ["end a representation"] = (space => EndRepresentation.Decide(space, new(People.ParentSpace), Platform).Answer.Refusal, OfRepresentation),
    };

    public static TheoryData<string> All => [.. Commands.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void A_command_is_refused_where_the_state_of_the_space_stands_against_it(string command)
    {
        var (send, expected) = Commands[command];
        Assert.Equal(
            States.Keys.Zip(expected, (state, code) => $"{state}: {code}"),
            States.Select(state => $"{state.Key}: {send(Given([.. Before, .. state.Value]))?.Code}"));
    }
}
