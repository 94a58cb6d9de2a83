using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Resources;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;

namespace MonEspaceSante.Api.Agendas;

/// <summary>Reads schedules and slots: as they stand for who is signed in, as they stood for the structure.</summary>
internal static class AgendaReading
{
    public static async Task<IResult> ReadAsync(string type, string id, AgendaDesk desk)
    {
        if (!ResourceId.TryParse(id, out var resource))
        {
            return Refusals.Answer(ResourceRefusals.Unknown);
        }

        var read = await desk.ReadAsync(resource.Space, new(type, resource.Thing));
        return read.Accepted ? ResourceAnswers.Shown(read.Value, resource.Space) : Refusals.Answer(read.Refusal);
    }

    public static async Task<IResult> ReadVersionAsync(string type, string id, int version, AgendaDesk desk)
    {
        if (!ResourceId.TryParse(id, out var resource))
        {
            return Refusals.Answer(ResourceRefusals.Unknown);
        }

        var history = await desk.HistoryAsync(resource.Space, new(type, resource.Thing, version));
        return !history.Accepted ? Refusals.Answer(history.Refusal)
            : history.Value.Versions is [var one] ? ResourceAnswers.Shown(one, resource.Space)
            : Refusals.Answer(history.Value.Removed is null ? ResourceRefusals.Unknown : ResourceRefusals.Gone);
    }

    public static async Task<IResult> HistoryAsync(HttpContext context, string type, string id, AgendaDesk desk)
    {
        var query = FhirQuery.Read(context.Request, "_since");
        var since = query.Value?.Since("_since");
        if ((query.Refusal ?? since?.Refusal) is { } malformed)
        {
            return Refusals.Answer(malformed);
        }

        if (!ResourceId.TryParse(id, out var resource))
        {
            return Refusals.Answer(ResourceRefusals.Unknown);
        }

        var history = await desk.HistoryAsync(resource.Space, new(type, resource.Thing));
        return history.Accepted
            ? FhirResults.Resource(json => HistoryWriter.Write(json, FhirRoutes.BaseOf(context), resource, history.Value, since!.Value!.From))
            : Refusals.Answer(history.Refusal);
    }
}
