using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;

namespace MonEspaceSante.Domain.Agendas;

/// <summary>
/// Somebody signed in looks for times that a structure has free (guide on shared agendas, flows 4 and 5). No health data, hence no trace: slots
/// that are taken are told to the structure alone.
/// </summary>
/// <param name="Type">Schedule or Slot.</param>
/// <param name="Query">What is searched for.</param>
/// <param name="Schedule">What holds of the schedule of a slot; <see langword="null"/> where any will do.</param>
public sealed record SearchAgenda(string Type, ResourceQuery Query, ValueList<Clause>? Schedule = null)
{
    /// <summary>What <paramref name="caller"/> finds.</summary>
    public static Outcome<FoundResources> Answer(Agenda agenda, SearchAgenda query, Caller caller, DateTimeOffset at)
    {
        var narrowed = query.Schedule is { } conditions
            ? query.Query with { Clauses = [.. query.Query.Clauses, InScheduleOf(agenda, conditions, at)] }
            : query.Query;
        return agenda.Resources.Search(query.Type, narrowed, resource => Sees(agenda, caller, resource), at);
    }

    // FHIR R4, search, chained parameters: one step, and schedules are shown to everybody who searches.
    private static Clause InScheduleOf(Agenda agenda, ValueList<Clause> conditions, DateTimeOffset at)
    {
        var asked = ResourceQuery.Where([.. conditions]);
        return new("schedule", Modifier.None, agenda.Resources.OfType("Schedule").Where(schedule => asked.IsMetBy(schedule, at))
            .Select(schedule => (Sought)new Sought.Link("Schedule", schedule.Id)).ToValueList());
    }

    internal static bool Sees(Agenda agenda, Caller caller, KeptResource resource) =>
        (agenda.Structure is { } structure && Agenda.IsOf(structure, caller))
        || (caller is not Caller.Platform && (resource.Type != "Slot" || resource.Index.Values.Any(value => value is IndexedValue.Token { Parameter: "status", Code: "free" })));
}

/// <summary>Somebody signed in reads one schedule or slot.</summary>
/// <param name="Type">Schedule or Slot.</param>
/// <param name="Id">Its identity.</param>
public sealed record ReadAgenda(string Type, Guid Id)
{
    /// <summary>What <paramref name="caller"/> is shown.</summary>
    public static Outcome<KeptResource> Answer(Agenda agenda, ReadAgenda query, Caller caller) =>
        agenda.Resources.TryFind(query.Type, query.Id, out var resource) && SearchAgenda.Sees(agenda, caller, resource) ? resource
        : agenda.Structure is { } structure && Agenda.IsOf(structure, caller) && agenda.Resources.Removal(query.Type, query.Id) is not null ? ResourceRefusals.Gone
        : ResourceRefusals.Unknown;
}
