using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;

namespace MonEspaceSante.Domain.Agendas;

/// <summary>
/// The structure asks for every version of a schedule or a slot, its removal included, or for one of them. Nobody else: versions tell when times were taken.
/// </summary>
/// <param name="Type">Schedule or Slot.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Version">Only this version.</param>
public sealed record ReadAgendaHistory(string Type, Guid Id, int? Version = null)
{
    /// <summary>Why <paramref name="caller"/> is not told; <see langword="null"/> where they are. The versions themselves are read from the journal.</summary>
    public static Refusal? Refuse(Agenda agenda, ReadAgendaHistory query, Caller caller) =>
        agenda.Structure is { } structure && Agenda.IsOf(structure, caller)
        && (agenda.Resources.TryFind(query.Type, query.Id, out _) || agenda.Resources.Removal(query.Type, query.Id) is not null)
            ? null
            : ResourceRefusals.Unknown;

    /// <summary>What the events of an agenda say of it.</summary>
    public ResourceHistory In(IEnumerable<AgendaEvent> events) => ResourceHistory.Of(events.Select(ChangeOf), Type, Id, Version);

    private static ResourceChange? ChangeOf(AgendaEvent happened) => happened switch
    {
        AgendaEvent.EntryRecorded recorded => new ResourceChange.Recorded(recorded.Resource),
        AgendaEvent.EntryRevised revised => new ResourceChange.Revised(revised.Resource),
        AgendaEvent.EntryRemoved removed => new ResourceChange.Removed(removed.Removed),
        _ => null,
    };
}
