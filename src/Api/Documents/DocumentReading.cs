using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;

namespace MonEspaceSante.Api.Documents;

/// <summary>Reads the sheet of a document: as it stands (read), as it stood (vread), and all that became of it (history).</summary>
internal static class DocumentReading
{
    public static async Task<IResult> ReadAsync(HttpContext context, string id, Reader reader, DocumentSheets sheets)
    {
        var asked = AskedResource.Of(context, id, DocumentRefusals.Unknown);
        if (!asked.Accepted)
        {
            return Refusals.Answer(asked.Refusal);
        }

        var (resource, access) = asked.Value;
        var opened = await reader.OpenAsync(context.RequiredCaller(), resource.Space, new OpenDocument(resource.Thing, Content: false, access));
        return opened.Accepted ? Shown(context, opened.Value.Sheet, resource.Space, sheets) : Refusals.Answer(opened.Refusal);
    }

    public static async Task<IResult> ReadVersionAsync(HttpContext context, string id, int version, Reader reader, DocumentSheets sheets)
    {
        var asked = AskedResource.Of(context, id, DocumentRefusals.Unknown);
        if (!asked.Accepted)
        {
            return Refusals.Answer(asked.Refusal);
        }

        var (resource, access) = asked.Value;
        var history = await reader.HistoryAsync(context.RequiredCaller(), resource.Space, new(resource.Thing, access, version));
        return history.Accepted ? Shown(context, history.Value.Versions[0], resource.Space, sheets) : Refusals.Answer(history.Refusal);
    }

    public static async Task<IResult> HistoryAsync(HttpContext context, string id, Reader reader, DocumentSheets sheets)
    {
        var query = FhirQuery.Read(context.Request, "_since");
        var asked = AskedResource.Of(context, id, DocumentRefusals.Unknown);
        var since = query.Value?.Since("_since");
        if ((query.Refusal ?? since?.Refusal ?? asked.Refusal) is { } refusal)
        {
            return Refusals.Answer(refusal);
        }

        var (resource, access) = asked.Value!;
        var history = await reader.HistoryAsync(context.RequiredCaller(), resource.Space, new(resource.Thing, access));
        if (!history.Accepted)
        {
            return Refusals.Answer(history.Refusal);
        }

        var writer = sheets.For(context);
        return FhirResults.Resource(json => HistoryWriter.Write(
            json, $"{FhirRoutes.BaseOf(context)}/DocumentReference/{resource}",
            history.Value.Versions.Select(sheet => HistoryItem.Of(
                sheet.Version, "PATCH", sheet.UpdatedAt, version => writer.Write(version, sheet, resource.Space, null))), since!.Value!.From));
    }

    private static IResult Shown(HttpContext context, DocumentSheet sheet, SpaceId space, DocumentSheets sheets) => FhirResults.Resource(
        json => sheets.For(context).Write(json, sheet, space, null), version: sheet.Version, updated: sheet.UpdatedAt);
}
