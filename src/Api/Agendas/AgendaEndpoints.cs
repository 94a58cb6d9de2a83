using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Resources;
using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Fhir;
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
            fhir.Map(new(type, "delete"), $"/{type}/{{id}}", (HttpContext context, string id, AgendaDesk desk) => AgendaWriting.DeleteAsync(context, type, id, desk));
            fhir.Map(new(type, "read") { Conditional = true }, $"/{type}/{{id}}", (string id, AgendaDesk desk) => ReadAsync(type, id, desk));
            fhir.Map(AgendaSearch.Declared(type), $"/{type}", (HttpContext context, AgendaDesk desk, SearchPages pages, ResourceSearch answers) =>
                AgendaSearch.SearchAsync(context, type, desk, pages, answers));
        }
    }

    private static async Task<IResult> ReadAsync(string type, string id, AgendaDesk desk)
    {
        if (!ResourceId.TryParse(id, out var resource))
        {
            return Refusals.Answer(ResourceRefusals.Unknown);
        }

        var read = await desk.ReadAsync(resource.Space, new(type, resource.Thing));
        return read.Accepted ? ResourceAnswers.Shown(read.Value, resource.Space) : Refusals.Answer(read.Refusal);
    }
}
