using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;

namespace MonEspaceSante.Domain.Agendas;

/// <summary>A structure writes in its agenda: schedules and slots, one or several together, all or none (guide on shared agendas, flows 2 and 3).</summary>
/// <param name="Structure">Whose agenda.</param>
/// <param name="Writes">What is done, as in <see cref="CarryOut"/>.</param>
public sealed record KeepAgenda(StructureId Structure, ValueList<ResourceWrite> Writes)
{
    /// <summary>The rule.</summary>
    public static Decision<AgendaEvent, ResourceReceipts> Decide(Agenda agenda, KeepAgenda command, Act act)
    {
        if (!Agenda.IsOf(command.Structure, act.By) || (agenda.Structure is { } owner && owner != command.Structure))
        {
            return AgendaRefusals.OnlyTheStructure;
        }

        if (command.Writes.FirstOrDefault(write => !Agenda.Types.Contains(write.Type)) is { } stranger)
        {
            return AgendaRefusals.NotOfAnAgenda.At(stranger.Place);
        }

        // Whoever writes for the structure writes in its name: colleagues revise each other's.
        var author = new Depositor(null, command.Structure, Depositor.Of(act.By).Name, false);
        var written = new Writing(agenda.Resources, author, _ => true, act).CarryOut(command.Writes);
        if (!written.Accepted)
        {
            return written.Refusal;
        }

        var events = written.Value.Changes.Select(EventOf).ToList();
        return new(
            events.Count == 0 || agenda.Structure is not null ? events : [new AgendaEvent.Opened(command.Structure), .. events], written.Value.Receipts, []);
    }

    private static AgendaEvent EventOf(ResourceChange change) => change switch
    {
        ResourceChange.Recorded recorded => new AgendaEvent.EntryRecorded(recorded.Resource),
        ResourceChange.Revised revised => new AgendaEvent.EntryRevised(revised.Resource),
        ResourceChange.Removed removed => new AgendaEvent.EntryRemoved(removed.Resource),
        _ => throw new InvalidOperationException($"An agenda does not know the change {change.GetType().Name}."),
    };
}
