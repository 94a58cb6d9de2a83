using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Access;

/// <summary>
/// The holder, or an administrator doctor for them (access rights, section 3), shuts a professional or a structure out of ordinary access, known to
/// the list or not. Their authorisation and their roles end with it.
/// </summary>
/// <param name="Subject">Whom.</param>
public sealed record BlockProfessional(AccessSubject Subject)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Block> Decide(Space space, BlockProfessional command, Act act)
    {
        var doctor = (act.By as Caller.Professional)?.Id;
        if ((doctor is null ? Settling.StandsAgainst(space, act) : MayBlock(space, command.Subject, act) ? null : SpaceRefusals.OnlyTheHolder) is { } refusal)
        {
            return refusal;
        }

        var block = new Block(Ids.Of(act.CommandId, "block"), command.Subject, act.At, doctor);
        if (space.BlockOn(command.Subject) is { } standing)
        {
            // A doctor is not told what the holder had decided before.
            return doctor is null ? standing : block;
        }

        // Unblocking brings neither the authorisation nor a role back: they end here.
        List<SpaceEvent> events = [new SpaceEvent.ProfessionalBlocked(block)];
        if (space.AuthorisationOn(command.Subject) is not null)
        {
            events.Add(new SpaceEvent.AuthorisationWithdrawn(command.Subject, act.At));
        }

        events.AddRange(space.Appointments.Where(appointment => AccessSubject.Of(appointment.Professional) == command.Subject)
            .Select(appointment => new SpaceEvent.AppointmentEnded(appointment.Role, appointment.Professional, act.At)));
        return new(events, block, doctor is null ? [] : [new(NoticeKind.SettledForYou, block.Id, act.At)]);
    }

    // Others, not themselves; and only a doctor who may come in as such.
    private static bool MayBlock(Space space, AccessSubject subject, Act act) =>
        act.By is Caller.Professional doctor && subject != AccessSubject.Of(doctor.Id)
        && AccessRules.Enter(space, doctor, AccessContext.Ordinary, act.At) is { Allowed: true, Reason: AccessReason.AttendingDoctor or AccessReason.Administrator };
}

/// <summary>The holder lifts a block, whoever made it. The authorisation does not come back: a new one is needed.</summary>
/// <param name="Id">The block.</param>
public sealed record LiftBlock(Guid Id)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, LiftBlock command, Act act)
    {
        if (Settling.StandsAgainst(space, act) is { } refusal)
        {
            return refusal;
        }

        return space.Blocks.FirstOrDefault(block => block.Id == command.Id) is { } standing
            ? new Decision<SpaceEvent, Done>([new SpaceEvent.BlockLifted(standing.Id, standing.Subject, act.At)], Done.Answer, [])
            : AccessRefusals.BlockUnknown;
    }
}
