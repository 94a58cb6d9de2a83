using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Spaces;

/// <content>What stands between the holder and others: who is let in, shut out, named, represents, cares.</content>
public sealed partial class Space
{
    private readonly Dictionary<AccessSubject, Authorisation> _authorisations = [];
    private readonly Dictionary<AccessSubject, Block> _blocks = [];
    private readonly Dictionary<AccessSubject, DateTimeOffset> _visitors = [];
    private readonly Dictionary<(NamedRole Role, ProfessionalId Professional), Appointment> _appointments = [];
    private readonly Dictionary<AccessSubject, FeedingObjection> _objections = [];

    /// <summary>Authorisations ever given and not withdrawn, expired ones included.</summary>
    public IReadOnlyCollection<Authorisation> Authorisations => _authorisations.Values;

    /// <summary>Who is shut out.</summary>
    public IReadOnlyCollection<Block> Blocks => _blocks.Values;

    /// <summary>Professionals whom the holder has given a role.</summary>
    public IReadOnlyCollection<Appointment> Appointments => _appointments.Values;

    /// <summary>Who the holder does not want to feed the record, and on which ground.</summary>
    public IReadOnlyCollection<FeedingObjection> Objections => _objections.Values;

    /// <summary>Whether <paramref name="professional"/> is the attending doctor (médecin traitant) of the insurer's file, exercising as a doctor.</summary>
    public bool IsAttendingDoctor(Caller.Professional professional) =>
        professional.IsDoctor && !professional.IsInOccupationalHealth && Holder?.AttendingDoctor == professional.Id;

    /// <summary>Whether the holder has given <paramref name="professional"/> the role <paramref name="role"/>, and they exercise its profession.</summary>
    public bool IsNamed(NamedRole role, Caller.Professional professional) =>
        _appointments.Count > 0 && !professional.IsInOccupationalHealth
        && professional.Profession == Appointment.ProfessionOf(role) && _appointments.ContainsKey((role, professional.Id));

    /// <summary>Whether the holder has shut out <paramref name="professional"/> or their structure.</summary>
    public bool IsBlocked(Caller.Professional professional) =>
        _blocks.Count > 0
        && (_blocks.ContainsKey(AccessSubject.Of(professional.Id))
            || (professional.Structure is { } structure && _blocks.ContainsKey(AccessSubject.Of(structure.Id))));

    /// <summary>The authorisation that lets <paramref name="professional"/> in at <paramref name="at"/>, their own or their structure's.</summary>
    public Authorisation? AuthorisationOf(Caller.Professional professional, DateTimeOffset at) =>
        Holding(AccessSubject.Of(professional.Id), at)
        ?? (professional.Structure is { } structure ? Holding(AccessSubject.Of(structure.Id), at) : null);

    /// <summary>Whether the holder is not of age at <paramref name="at"/>.</summary>
    public bool HolderIsMinorAt(DateTimeOffset at) => Holder?.IsMinorAt(at) == true;

    /// <summary>Whether <paramref name="subject"/> has read something here before, in secret connection aside.</summary>
    public bool HasVisited(AccessSubject subject) => _visitors.ContainsKey(subject);

    /// <summary>The block on <paramref name="subject"/>, if there is one.</summary>
    public Block? BlockOn(AccessSubject subject) => _blocks.GetValueOrDefault(subject);

    /// <summary>The authorisation of <paramref name="subject"/>, expired or not.</summary>
    public Authorisation? AuthorisationOn(AccessSubject subject) => _authorisations.GetValueOrDefault(subject);

    /// <summary>The role <paramref name="role"/> of <paramref name="professional"/>, if they have it.</summary>
    public Appointment? AppointmentOf(NamedRole role, ProfessionalId professional) => _appointments.GetValueOrDefault((role, professional));

    /// <summary>The objection to what <paramref name="subject"/> adds, if there is one.</summary>
    public FeedingObjection? ObjectionTo(AccessSubject subject) => _objections.GetValueOrDefault(subject);

    private bool ApplyToRelations(SpaceEvent happened)
    {
        switch (happened)
        {
            case SpaceEvent.AuthorisationGranted granted:
                _authorisations[granted.Authorisation.Subject] = granted.Authorisation;
                break;
            case SpaceEvent.AuthorisationWithdrawn withdrawn:
                _authorisations.Remove(withdrawn.Subject);
                break;
            case SpaceEvent.ProfessionalBlocked blocked:
                _blocks[blocked.Block.Subject] = blocked.Block;
                break;
            case SpaceEvent.BlockLifted lifted:
                _blocks.Remove(lifted.Subject);
                break;
            case SpaceEvent.Appointed appointed:
                _appointments[(appointed.Appointment.Role, appointed.Appointment.Professional)] = appointed.Appointment;
                break;
            case SpaceEvent.AppointmentEnded ended:
                _appointments.Remove((ended.Role, ended.Professional));
                break;
            case SpaceEvent.FeedingObjected objected:
                _objections[objected.Objection.Subject] = objected.Objection;
                break;
            case SpaceEvent.FeedingObjectionLifted lifted:
                _objections.Remove(lifted.Subject);
                break;
            case SpaceEvent.Accessed accessed:
                // A secret reading is no first access: the next ordinary one still is, and is told.
                if (accessed.Trace is { Allowed: true, By: Caller.Professional professional, Context.Secret: false })
                {
                    _visitors[AccessSubject.Of(professional.Id)] = accessed.Trace.At;
                    if (professional.Structure is { } structure)
                    {
                        _visitors[AccessSubject.Of(structure.Id)] = accessed.Trace.At;
                    }
                }

                break;
            default:
                return false;
        }

        return true;
    }

    private void RestoreRelations(SpaceSnapshot snapshot)
    {
        Fill(_authorisations, snapshot.Authorisations, authorisation => authorisation.Subject);
        Fill(_blocks, snapshot.Blocks, block => block.Subject);
        Fill(_appointments, snapshot.Appointments, appointment => (appointment.Role, appointment.Professional));
        Fill(_objections, snapshot.Objections, objection => objection.Subject);
        foreach (var visitor in snapshot.Visitors)
        {
            _visitors.Add(visitor.Subject, visitor.Last);
        }
    }

    private static void Fill<TKey, TValue>(Dictionary<TKey, TValue> dictionary, IEnumerable<TValue> values, Func<TValue, TKey> keyOf)
        where TKey : notnull
    {
        foreach (var value in values)
        {
            dictionary.Add(keyOf(value), value);
        }
    }

    private Authorisation? Holding(AccessSubject subject, DateTimeOffset at) =>
        _authorisations.TryGetValue(subject, out var authorisation) && authorisation.HoldsAt(at) ? authorisation : null;
}
