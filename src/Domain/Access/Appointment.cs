using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Access;

/// <summary>Roles that the holder gives to professionals. The attending doctor is none of them: the insurer's file names that one.</summary>
public enum NamedRole
{
    /// <summary>Doctor who also sees hidden documents and may block others (médecin administrateur); there may be several.</summary>
    Administrator,

    /// <summary>The referent midwife (sage-femme référente); one at most.</summary>
    ReferentMidwife,

    /// <summary>The correspondent pharmacist (pharmacien correspondant); one at most.</summary>
    CorrespondentPharmacist,
}

/// <summary>
/// A professional whom the holder has named: a member of their care team by the holder's own word (L. 1110-12, 2°), until the holder ends it.
/// </summary>
/// <param name="Role">What for.</param>
/// <param name="Professional">Who.</param>
/// <param name="Name">Their name when they were named.</param>
/// <param name="Since">Since when.</param>
public sealed record Appointment(NamedRole Role, ProfessionalId Professional, string Name, DateTimeOffset Since)
{
    /// <summary>The profession that the role is exercised in: in another activity of theirs, the same person does not have it.</summary>
    public static string ProfessionOf(NamedRole role) => role switch
    {
        NamedRole.Administrator => Professions.Doctor,
        NamedRole.ReferentMidwife => Professions.Midwife,
        NamedRole.CorrespondentPharmacist => Professions.Pharmacist,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };
}

/// <summary>The holder names a professional.</summary>
/// <param name="Role">What for.</param>
/// <param name="Professional">Whom.</param>
/// <param name="Name">Their name, for the list shown to the holder.</param>
public sealed record Appoint(NamedRole Role, ProfessionalId Professional, string Name)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Appointment> Decide(Space space, Appoint command, Act act)
    {
        if (Settling.StandsAgainst(space, act) is { } refusal)
        {
            return refusal;
        }

        if (space.BlockOn(AccessSubject.Of(command.Professional)) is not null)
        {
            return AccessRefusals.SubjectBlocked;
        }

        if (space.AppointmentOf(command.Role, command.Professional) is { } standing)
        {
            return standing;
        }

        var appointment = new Appointment(command.Role, command.Professional, command.Name, act.At);
        List<SpaceEvent> events = [new SpaceEvent.Appointed(appointment)];
        if (command.Role is not NamedRole.Administrator)
        {
            events.AddRange(space.Appointments.Where(other => other.Role == command.Role)
                .Select(other => new SpaceEvent.AppointmentEnded(other.Role, other.Professional, act.At)));
        }

        return new(events, appointment, []);
    }
}

/// <summary>The holder takes a role back.</summary>
/// <param name="Role">Which.</param>
/// <param name="Professional">Whose.</param>
public sealed record EndAppointment(NamedRole Role, ProfessionalId Professional)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, EndAppointment command, Act act)
    {
        if (Settling.StandsAgainst(space, act) is { } refusal)
        {
            return refusal;
        }

        return space.AppointmentOf(command.Role, command.Professional) is null
            ? AccessRefusals.AppointmentUnknown
            : new Decision<SpaceEvent, Done>([new SpaceEvent.AppointmentEnded(command.Role, command.Professional, act.At)], Done.Answer, []);
    }
}
