using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Resources;

namespace MonEspaceSante.Domain.Agendas;

/// <summary>What happens to the agenda of a structure.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Opened), "agenda-opened")]
[JsonDerivedType(typeof(EntryRecorded), "entry-recorded")]
[JsonDerivedType(typeof(EntryRevised), "entry-revised")]
[JsonDerivedType(typeof(EntryRemoved), "entry-removed")]
public abstract record AgendaEvent
{
    private AgendaEvent()
    {
    }

    /// <summary>The structure wrote in its agenda for the first time.</summary>
    public sealed record Opened(StructureId Structure) : AgendaEvent;

    /// <summary>A schedule or a slot was made.</summary>
    public sealed record EntryRecorded(KeptResource Resource) : AgendaEvent;

    /// <summary>A schedule or a slot has a new version.</summary>
    public sealed record EntryRevised(KeptResource Resource) : AgendaEvent;

    /// <summary>A schedule or a slot was removed.</summary>
    public sealed record EntryRemoved(RemovedResource Removed) : AgendaEvent;
}
