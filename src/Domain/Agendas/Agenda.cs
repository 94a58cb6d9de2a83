using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Resources;

namespace MonEspaceSante.Domain.Agendas;

/// <summary>The agenda of a structure: when it receives (Schedule), and which times are free (Slot). It holds nothing of any patient.</summary>
public sealed class Agenda
{
    /// <summary>The resources of an agenda (guide on shared agendas, flows 2 to 5).</summary>
    public static readonly IReadOnlyList<string> Types = ["Schedule", "Slot"];

    /// <summary>Whose agenda it is; <see langword="null"/> while nothing was ever written.</summary>
    public StructureId? Structure { get; private set; }

    /// <summary>Schedules and slots.</summary>
    public ResourceShelves Resources { get; } = new();

    /// <summary>Takes in an event.</summary>
    public void Apply(AgendaEvent happened)
    {
        switch (happened)
        {
            case AgendaEvent.Opened opened:
                Structure = opened.Structure;
                break;
            case AgendaEvent.EntryRecorded recorded:
                Resources.Record(recorded.Resource);
                break;
            case AgendaEvent.EntryRevised revised:
                Resources.Revise(revised.Resource);
                break;
            case AgendaEvent.EntryRemoved removed:
                Resources.Remove(removed.Removed);
                break;
            default:
                throw new InvalidOperationException($"An agenda does not know the event {happened.GetType().Name}.");
        }
    }

    /// <summary>Everything it holds, for a snapshot.</summary>
    public AgendaSnapshot Snapshot() => new(Structure, Resources.Snapshot());

    /// <summary>Takes the place of every event before the snapshot.</summary>
    public void Restore(AgendaSnapshot snapshot)
    {
        Structure = snapshot.Structure;
        Resources.Restore(snapshot.Resources);
    }

    /// <summary>Whether <paramref name="caller"/> acts for the structure whose agenda it is.</summary>
    internal static bool IsOf(StructureId structure, Caller caller) => caller switch
    {
        Caller.Organisation organisation => organisation.Id == structure,
        Caller.Professional professional => professional.Structure?.Id == structure,
        Caller.Staff staff => staff.Structure?.Id == structure,
        _ => false,
    };
}

/// <summary>An agenda at one moment, as snapshots keep it.</summary>
public sealed record AgendaSnapshot(StructureId? Structure, ResourcesSnapshot Resources)
{
    /// <summary>Version of this shape; snapshots of another are ignored and the journal is replayed.</summary>
    public const int Schema = 1;
}
