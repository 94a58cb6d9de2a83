using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Resources;
using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Agendas;

/// <summary>
/// Agendas of structures (guide on shared agendas, GAP): schedules and slots, written by the structure (flows 2 and 3), found by who is signed in
/// (flows 4 and 5). Appointments are resources of the patient's space.
/// </summary>
internal static class AgendaEndpoints
{
    public static void MapAgendas(this FhirRoutes fhir)
    {
        foreach (var type in Agenda.Types)
        {
            fhir.Map(new(type, "create"), $"/{type}", (HttpContext context, AgendaDesk desk) => AgendaWriting.CreateAsync(context, type, desk));
            fhir.Map(new(type, "update"), $"/{type}/{{id}}", (HttpContext context, string id, AgendaDesk desk) => AgendaWriting.UpdateAsync(context, type, id, desk));
            fhir.Map(new(type, "update") { Conditional = true }, $"/{type}", (HttpContext context, AgendaDesk desk) =>
                AgendaWriting.UpdateWhereAsync(context, type, desk));
            fhir.Map(new(type, "delete"), $"/{type}/{{id}}", (HttpContext context, string id, AgendaDesk desk) => AgendaWriting.DeleteAsync(context, type, id, desk));
            fhir.Map(new(type, "read") { Conditional = true }, $"/{type}/{{id}}", (string id, AgendaDesk desk) => AgendaReading.ReadAsync(type, id, desk));
            fhir.Map(new(type, "vread"), $"/{type}/{{id}}/_history/{{version:int}}", (string id, int version, AgendaDesk desk) =>
                AgendaReading.ReadVersionAsync(type, id, version, desk));
            fhir.Map(new(type, "history-instance"), $"/{type}/{{id}}/_history", (HttpContext context, string id, AgendaDesk desk) =>
                AgendaReading.HistoryAsync(context, type, id, desk));
            fhir.Map(AgendaSearch.Declared(type), $"/{type}", (HttpContext context, AgendaDesk desk, SearchPages pages, ResourceSearch answers) =>
                AgendaSearch.SearchAsync(context, type, desk, pages, answers));
        }
    }
}
