using Microsoft.AspNetCore.WebUtilities;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Audit;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Capabilities;
using MonEspaceSante.Fhir.Search;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Audit;

/// <summary>The holder's own history of accesses as AuditEvents (IHE BALP), page by page, the latest first.</summary>
internal static class AuditEndpoints
{
    private const string Type = "AuditEvent";
    private const string Patient = "patient";

    // The one order there is may be asked for by name.
    private static readonly SortKey LatestFirst = new(TraceIndex.Date, Descending: true);

    public static void MapAuditEvents(this FhirRoutes fhir) => fhir.Map(
        new(Type, "search-type",
        [
            new(Patient, "reference"),
            .. AuditEventParameters.Searchable.Parameters.Select(parameter => new DeclaredSearchParameter(parameter.Schema.Code, parameter.Schema.Type, parameter.Schema.Url)),
        ]),
        $"/{Type}", SearchAsync);

    private static async Task<IResult> SearchAsync(HttpContext context, SearchPages pages, IGrainFactory grains)
    {
        if (context.RequiredCaller() is not { SpaceActedIn: { } space } citizen)
        {
            return Refusals.Answer(SpaceRefusals.OnlyTheHolder);
        }

        var asked = await pages.AskedAsync(context, citizen, Type);
        if (!asked.Accepted)
        {
            return Refusals.Answer(asked.Refusal);
        }

        var search = Read(context, asked.Value.Parameters, space);
        if (!search.Accepted)
        {
            return Refusals.Answer(search.Refusal);
        }

        var query = search.Value.Query with { Cursor = asked.Value.Cursor };
        var history = await grains.GetGrain<ISpaceGrain>(space.Value).History(Envelope.Once(), new ReadHistory(query));
        return history.Accepted ? await PageAsync(context, pages, space, search.Value, history.Value) : Refusals.Answer(history.Refusal);
    }

    private static Outcome<ParsedSearch> Read(HttpContext context, IReadOnlyList<KeyValuePair<string, string>> parameters, SpaceId space)
    {
        if (parameters.FirstOrDefault(parameter => parameter.Key is not Patient && PatientParameter.IsOne(parameter.Key)) is { Key: { } other })
        {
            return SearchFaults.ParameterUnknown.At(other);
        }

        // Naming oneself is optional, naming somebody else finds nobody (R8).
        if (parameters.Any(parameter => parameter.Key is Patient && parameter.Value != space.Value && parameter.Value != $"Patient/{space}"))
        {
            return IdentityRefusals.PersonUnknown;
        }

        var parsed = SearchParser.Read(AuditEventParameters.Searchable, parameters, space, Preferences.Of(context.Request).Lenient);
        return parsed.Accepted && parsed.Value.Query.Sort.Any(key => key != LatestFirst) ? SearchFaults.ParameterInvalid.At("_sort") : parsed;
    }

    private static async Task<IResult> PageAsync(HttpContext context, SearchPages pages, SpaceId space, ParsedSearch search, Grains.Spaces.History page)
    {
        var address = $"{FhirRoutes.BaseOf(context)}/{Type}";
        var entries = page.Entries.Select(trace => new SearchSetEntry(
            $"{address}/{new ResourceId(space, trace.Id)}", json => AuditEventWriter.Write(json, trace, space))).ToList();
        var next = page.Next is { } cursor ? await pages.LinkAsync(context, Type, search, cursor) : null;
        return FhirResults.Resource(json => SearchSetWriter.Write(json, QueryHelpers.AddQueryString(address, search.Understood!), page.Total, entries, next));
    }
}
