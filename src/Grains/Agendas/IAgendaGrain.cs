using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Grains.Journals;
using Orleans;

namespace MonEspaceSante.Grains.Agendas;

/// <summary>The agenda of a structure. The key is the blind key of the structure's national identifier.</summary>
[Alias("mes.agenda")]
public interface IAgendaGrain : IGrainWithStringKey
{
    /// <summary>The structure writes schedules and slots, all or none.</summary>
    [Alias("Keep")]
    Task<Outcome<ResourceReceipts>> Keep(Envelope envelope, KeepAgenda command);

    /// <summary>Schedules, or slots: to others than the structure, the free ones.</summary>
    [Alias("Search")]
    Task<Outcome<FoundResources>> Search(SearchAgenda query);

    /// <summary>A schedule or a slot.</summary>
    [Alias("Read")]
    Task<Outcome<KeptResource>> Read(ReadAgenda query);

    /// <summary>The versions of a schedule or a slot, to the structure alone.</summary>
    [Alias("ReadHistory")]
    Task<Outcome<ResourceHistory>> ReadHistory(ReadAgendaHistory query);
}
