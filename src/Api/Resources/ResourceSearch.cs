using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Measures;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Resources;

/// <summary>Searches the resources of one person, page by page.</summary>
internal sealed class ResourceSearch(PatientDirectory patients, SearchPages pages, MeasureDesk desk)
{
    public static async Task<IResult> SearchAsync(HttpContext context, string type, SearchPages pages, ResourceSearch search)
    {
        var access = AccessHeaders.Read(context.Request);
        var asked = await pages.AskedAsync(context, context.RequiredCaller(), type);
        if ((access.Refusal ?? asked.Refusal) is { } malformed)
        {
            return Refusals.Answer(malformed);
        }

        var page = await search.FindAsync(context, type, asked.Value!, access.Value!);
        return page.Accepted ? FhirResults.Resource(page.Value) : Refusals.Answer(page.Refusal);
    }

    /// <summary>The page that is asked for, as what writes it.</summary>
    public async Task<Outcome<Action<Utf8JsonWriter>>> FindAsync(HttpContext context, string type, AskedSearch asked, AccessContext access)
    {
        var caller = context.RequiredCaller();
        var space = await patients.SpaceOfAsync(asked.Parameters, caller);

        // A person without a space has no resource, which is not an error for a search and looks like any other empty answer.
        var nobody = !space.Accepted && space.Refusal.Kind is RefusalKind.NotFound && !caller.IsCitizen;
        if (!space.Accepted && !nobody)
        {
            return space.Refusal;
        }

        var parsed = SearchParser.Read(SearchableType.Of(type), asked.Parameters, space.Value, Preferences.Of(context.Request).Lenient);
        if (!parsed.Accepted)
        {
            return parsed.Refusal;
        }

        var query = parsed.Value.Query with { Cursor = asked.Cursor };
        var found = nobody ? new FoundResources(new([], query.WithTotal ? 0 : null, null), []) : await desk.SearchAsync(caller, space.Value, new(type, query, access));
        return found.Accepted ? await PageAsync(context, type, space.Value, parsed.Value, found.Value) : found.Refusal;
    }

    /// <summary>A page of <paramref name="search"/>, as what writes it.</summary>
    public async Task<Outcome<Action<Utf8JsonWriter>>> PageAsync(HttpContext context, string type, SpaceId space, ParsedSearch search, FoundResources found)
    {
        var fhirBase = FhirRoutes.BaseOf(context);
        SearchSetEntry Entry(KeptResource resource, SearchEntryMode mode)
        {
            var id = new ResourceId(space, resource.Id);
            return new($"{fhirBase}/{resource.Type}/{id}", json => KeptBody.Write(json, resource.Body, id, resource.Version, resource.UpdatedAt), mode);
        }

        var entries = found.Page.Matches.Select(match => Entry(match, SearchEntryMode.Match))
            .Concat(found.Included.Select(included => Entry(included, SearchEntryMode.Include))).ToList();
        var self = QueryHelpers.AddQueryString($"{fhirBase}/{type}", search.Understood!);
        var next = found.Page.Next is { } cursor ? await pages.LinkAsync(context, type, search, cursor) : null;
        return Written(json => SearchSetWriter.Write(json, self, found.Page.Total, entries, next));
    }

    private static Outcome<Action<Utf8JsonWriter>> Written(Action<Utf8JsonWriter> write) => write;
}
