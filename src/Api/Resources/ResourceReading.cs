using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;

namespace MonEspaceSante.Api.Resources;

/// <summary>Reads resources of a space: as they stand (read), as they stood (vread), and all that became of one (history).</summary>
internal static class ResourceReading
{
    public static async Task<IResult> ReadAsync(HttpContext context, string type, string id, ResourceDesk desk)
    {
        var asked = AskedResource.Of(context, id, ResourceRefusals.Unknown);
        if (!asked.Accepted)
        {
            return Refusals.Answer(asked.Refusal);
        }

        var (resource, access) = asked.Value;
        var read = await desk.ReadAsync(context.RequiredCaller(), resource.Space, new(type, resource.Thing, access));
        return read.Accepted ? ResourceAnswers.Shown(read.Value, resource.Space) : Refusals.Answer(read.Refusal);
    }

    public static async Task<IResult> ReadVersionAsync(HttpContext context, string type, string id, int version, ResourceDesk desk)
    {
        var asked = AskedResource.Of(context, id, ResourceRefusals.Unknown);
        if (!asked.Accepted)
        {
            return Refusals.Answer(asked.Refusal);
        }

        var (resource, access) = asked.Value;
        var history = await desk.HistoryAsync(context.RequiredCaller(), resource.Space, new(type, resource.Thing, access, version));
        return !history.Accepted ? Refusals.Answer(history.Refusal)
            : history.Value.Versions is [var one] ? ResourceAnswers.Shown(one, resource.Space)
            : Refusals.Answer(history.Value.Removed is null ? ResourceRefusals.Unknown : ResourceRefusals.Gone);
    }

    public static async Task<IResult> HistoryAsync(HttpContext context, string type, string id, ResourceDesk desk)
    {
        var query = FhirQuery.Read(context.Request, "_since");
        var asked = AskedResource.Of(context, id, ResourceRefusals.Unknown);
        var since = query.Value?.Since("_since");
        if ((query.Refusal ?? since?.Refusal ?? asked.Refusal) is { } refusal)
        {
            return Refusals.Answer(refusal);
        }

        var (resource, access) = asked.Value!;
        var history = await desk.HistoryAsync(context.RequiredCaller(), resource.Space, new(type, resource.Thing, access));
        return history.Accepted
            ? FhirResults.Resource(json => HistoryWriter.Write(json, FhirRoutes.BaseOf(context), resource, history.Value, since!.Value!.From))
            : Refusals.Answer(history.Refusal);
    }
}
