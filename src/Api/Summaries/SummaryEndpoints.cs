using MonEspaceSante.Api.Documents;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Resources;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Measures;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Summary;

namespace MonEspaceSante.Api.Summaries;

/// <summary>
/// The summary of a person's health (<c>$summary</c>, HL7 International Patient Summary), made of what the caller may see: for the holder, and for
/// professionals who may come in.
/// </summary>
internal static class SummaryEndpoints
{
    public static void MapSummaries(this FhirRoutes fhir) => fhir.MapOperation(
        new("Patient", "summary", "http://hl7.org/fhir/uv/ips/OperationDefinition/summary"), HttpMethods.Get, "/Patient/{id}/$summary", SummariseAsync);

    private static async Task<IResult> SummariseAsync(
        HttpContext context, string id, ResourceDesk desk, DocumentSheets sheets, LastObservations latest, TimeProvider time)
    {
        var (query, access) = (FhirQuery.Read(context.Request), AccessHeaders.Read(context.Request));
        if ((query.Refusal ?? access.Refusal) is { } malformed)
        {
            return Refusals.Answer(malformed);
        }

        if (!SpaceId.TryParse(id, null, out var space))
        {
            return Refusals.Answer(ResourceRefusals.Unknown);
        }

        var read = await desk.ReadSpaceAsync(context.RequiredCaller(), space, new([], access.Value!));
        if (!read.Accepted)
        {
            return Refusals.Answer(read.Refusal);
        }

        var (holder, resources, documents) = read.Value;
        var content = new SummaryContent(
            space, holder, [.. resources.Select(resource => new SummaryResource(resource.Id, FhirResource.FromJson(resource.Body.Utf8).Value!))], documents,
            time.GetUtcNow(), LanguageOf(context.Request));
        return FhirResults.Resource(json => new SummaryWriter(sheets.For(context), latest).Write(json, content));
    }

    private static SummaryLanguage LanguageOf(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).FirstOrDefault()?.Value is { HasValue: true } first
            && first.StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? SummaryLanguage.English
            : SummaryLanguage.French;
}
