using Microsoft.AspNetCore.WebUtilities;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Resources;

/// <summary>Searches the resources of one person, page by page.</summary>
internal static class ResourceSearch
{
    public static async Task<IResult> SearchAsync(HttpContext context, string type, PatientDirectory patients, SearchPages pages, ResourceDesk desk)
    {
        var caller = context.RequiredCaller();
        var access = AccessHeaders.Read(context.Request);
        var asked = await pages.AskedAsync(context, caller, type);
        if ((access.Refusal ?? asked.Refusal) is { } malformed)
        {
            return Refusals.Answer(malformed);
        }

        var space = await patients.SpaceOfAsync(asked.Value!.Parameters, caller);
        if (!space.Accepted)
        {
            // A person without a space has no resource: not an error for a search.
            return space.Refusal.Kind is RefusalKind.NotFound && caller is not Caller.Holder
                ? FhirResults.Resource(json => SearchSetWriter.Write(json, Links.Self(context), 0, []))
                : Refusals.Answer(space.Refusal);
        }

        var parsed = SearchParser.Read(SearchableType.Of(type), asked.Value.Parameters, space.Value, Preferences.Of(context.Request).Lenient);
        if (!parsed.Accepted)
        {
            return Refusals.Answer(parsed.Refusal);
        }

        var found = await desk.SearchAsync(caller, space.Value, new(type, parsed.Value.Query with { Cursor = asked.Value.Cursor }, access.Value!));
        return found.Accepted
            ? await PageAsync(context, type, space.Value, pages, parsed.Value, found.Value)
            : Refusals.Answer(found.Refusal);
    }

    private static async Task<IResult> PageAsync(
        HttpContext context, string type, SpaceId space, SearchPages pages, ParsedSearch search, FoundResources found)
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
        return FhirResults.Resource(json => SearchSetWriter.Write(json, self, found.Page.Total, entries, next));
    }
}
