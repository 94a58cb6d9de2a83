using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Access;

/// <summary>
/// A member of the care team, who has informed the holder, states their consent to a colleague's consulting the record (L. 1111-17 II, R. 1111-46).
/// </summary>
/// <param name="Colleague">For whom.</param>
/// <param name="Name">Their name, for the list shown to the holder.</param>
public sealed record CollectConsent(ProfessionalId Colleague, string Name)
{
    /// <summary>The rule. A colleague who is blocked gets nothing, and the answer does not tell.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, CollectConsent command, Act act)
    {
        if (act.By is not Caller.Professional member || !IsOfTheTeam(space, member, act.At))
        {
            return AccessRefusals.NotOfTheTeam;
        }

        var subject = AccessSubject.Of(command.Colleague);
        if (space.BlockOn(subject) is not null || space.AuthorisationOn(subject)?.HoldsAt(act.At) == true)
        {
            return Done.Answer;
        }

        var authorisation = new Authorisation(
            subject, command.Name, ConsentDeclaration.CareTeam, act.At, act.At.AddYears(Authorisation.Years), member.Id);
        return new([new SpaceEvent.AuthorisationGranted(authorisation)], Done.Answer, [new(NoticeKind.SettledForYou, act.CommandId, act.At)]);
    }

    // By a right of their own: one that a colleague collected is not passed on, lest one consent let in everybody. The occupational doctor is no
    // member of a care team.
    private static bool IsOfTheTeam(Space space, Caller.Professional member, DateTimeOffset at) =>
        AccessRules.Enter(space, member, AccessContext.Ordinary, at) is { Allowed: true, Reason: var reason }
        && reason is not AccessReason.OccupationalConsent
        && (reason is not AccessReason.Authorised || space.AuthorisationOf(member, at) is { CollectedBy: null });
}
