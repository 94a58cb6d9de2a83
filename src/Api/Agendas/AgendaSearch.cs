using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Resources;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Capabilities;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Agendas;

/// <summary>
/// Searches one agenda. It is named by its structure (<c>structure</c>, the national identifier), or by an address in it: <c>schedule</c>, <c>_id</c>.
/// Slots are narrowed by their schedule too (<c>schedule.actor=Practitioner/…</c>, <c>schedule.actor:Practitioner.identifier=…</c>).
/// </summary>
internal static class AgendaSearch
{
    // Ours: R4 has no parameter that leads from a schedule to a structure.
    private const string Structure = "structure";

    private static readonly SearchChain OverSchedule = new("schedule", SearchableType.Of("Schedule"));

    private static readonly Refusal AgendaNotNamed = new("agenda-not-named", RefusalKind.Invalid,
        "A search of schedules or slots names the structure (structure=…), a schedule or an identity.",
        "Une recherche de plages ou de créneaux désigne la structure (structure=…), une plage ou un identifiant.");

    public static DeclaredInteraction Declared(string type)
    {
        var search = ResourceRoutes.SearchOf(SearchableType.Of(type));
        return search with { Search = [.. search.Search, new(Structure, "token")] };
    }

    public static async Task<IResult> SearchAsync(HttpContext context, string type, AgendaDesk desk, SearchPages pages, ResourceSearch answers)
    {
        var asked = await pages.AskedAsync(context, context.RequiredCaller(), type);
        if (!asked.Accepted)
        {
            return Refusals.Answer(asked.Refusal);
        }

        var agenda = await AgendaOf(asked.Value.Parameters, desk);
        if (!agenda.Accepted)
        {
            return Refusals.Answer(agenda.Refusal);
        }

        var named = asked.Value.Parameters.Where(parameter => parameter.Key is Structure);
        var chained = asked.Value.Parameters.Where(parameter => type is "Slot" && OverSchedule.Leads(parameter.Key)).ToList();
        var schedule = OverSchedule.Read(chained, agenda.Value);
        var parsed = SearchParser.Read(
            SearchableType.Of(type), asked.Value.Parameters.Except([.. named, .. chained]), agenda.Value, Preferences.Of(context.Request).Lenient);
        if ((schedule.Refusal ?? parsed.Refusal) is { } unreadable)
        {
            return Refusals.Answer(unreadable);
        }

        var query = parsed.Value!.Query with { Cursor = asked.Value.Cursor };
        var found = await desk.SearchAsync(agenda.Value, new(type, query, chained.Count > 0 ? schedule.Value : null));
        if (!found.Accepted)
        {
            return Refusals.Answer(found.Refusal);
        }

        var page = await answers.PageAsync(context, type, agenda.Value, parsed.Value with { Understood = [.. named, .. chained, .. parsed.Value.Understood] }, found.Value);
        return page.Accepted ? FhirResults.Resource(page.Value) : Refusals.Answer(page.Refusal);
    }

    private static async ValueTask<Outcome<SpaceId>> AgendaOf(IReadOnlyList<KeyValuePair<string, string>> parameters, AgendaDesk desk)
    {
        if (parameters.FirstOrDefault(parameter => parameter.Key is Structure).Value is { } token)
        {
            return StructureId.TryParse(token[(token.LastIndexOf('|') + 1)..], null, out var structure)
                ? await desk.AddressOf(structure)
                : SearchFaults.ParameterInvalid.At(Structure);
        }

        return parameters.FirstOrDefault(parameter => parameter.Key is "schedule" or "_id").Value is not { } reference ? AgendaNotNamed
            : ResourceId.TryParse(reference[(reference.LastIndexOf('/') + 1)..], out var resource) ? resource.Space
            : SearchFaults.ParameterInvalid.At("schedule");
    }
}
