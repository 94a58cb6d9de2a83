using Microsoft.AspNetCore.WebUtilities;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Lists;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Documents;

/// <summary>ITI-66: submission sets of which the caller may see a document, most often those since their last visit; with the documents, where that is asked.</summary>
internal sealed class SubmissionSets(DocumentHolders holders, SearchPages pages, Reader reader, DocumentSearch documents)
{
    private const string Type = "List";

    public static async Task<IResult> SearchAsync(HttpContext context, SearchPages pages, SubmissionSets sets)
    {
        var access = AccessHeaders.Read(context.Request);
        var asked = await pages.AskedAsync(context, context.RequiredCaller(), Type);
        return (access.Refusal ?? asked.Refusal) is { } malformed
            ? Refusals.Answer(malformed)
            : await sets.FindAsync(context, asked.Value!, access.Value!);
    }

    public static async Task<IResult> ReadAsync(HttpContext context, string id, Reader reader)
    {
        var asked = AskedResource.Of(context, id, DocumentRefusals.Unknown);
        if (!asked.Accepted)
        {
            return Refusals.Answer(asked.Refusal);
        }

        var (resource, access) = asked.Value;
        var set = await reader.OpenSetAsync(context.RequiredCaller(), resource.Space, resource.Thing, access);
        return set.Accepted
            ? FhirResults.Resource(json => SubmissionSetWriter.Write(json, set.Value, resource.Space, null), version: 1, updated: set.Value.At)
            : Refusals.Answer(set.Refusal);
    }

    private async Task<IResult> FindAsync(HttpContext context, AskedSearch asked, AccessContext access)
    {
        var caller = context.RequiredCaller();
        var holder = await holders.SearchedAsync(asked.Parameters, caller);
        var nobody = DocumentHolders.IsNobody(holder, caller);
        if (!holder.Accepted && !nobody)
        {
            return Refusals.Answer(holder.Refusal);
        }

        var parsed = SearchParser.Read(SubmissionSetParameters.Searchable, asked.Parameters, holder.Value?.Space ?? default, Preferences.Of(context.Request).Lenient);
        if (!parsed.Accepted)
        {
            return Refusals.Answer(parsed.Refusal);
        }

        var query = SubmissionSetParameters.AsKept(parsed.Value.Query) with { Cursor = asked.Cursor };
        var found = nobody
            ? new Page<Submission>([], query.WithTotal ? 0 : null, null)
            : await reader.ListSetsAsync(caller, holder.Value!.Space, new(query, access));
        return found.Accepted ? await PageAsync(context, holder.Value, parsed.Value, found.Value, access) : Refusals.Answer(found.Refusal);
    }

    private async Task<IResult> PageAsync(HttpContext context, DocumentHolder? holder, ParsedSearch search, Page<Submission> found, AccessContext access)
    {
        var sets = found.Matches.Select(set => new SearchSetEntry(
            $"{FhirRoutes.BaseOf(context)}/{Type}/{new ResourceId(holder!.Space, set.Id)}",
            json => SubmissionSetWriter.Write(json, set, holder.Space, holder.Ins))).ToList();
        Outcome<IReadOnlyList<SearchSetEntry>> items = search.Query.Include.Count > 0 && found.Matches.Count > 0
            ? await documents.IncludedAsync(context, holder!, found.Matches.SelectMany(set => set.Documents), access)
            : Array.Empty<SearchSetEntry>();
        if (!items.Accepted)
        {
            return Refusals.Answer(items.Refusal);
        }

        var self = QueryHelpers.AddQueryString($"{FhirRoutes.BaseOf(context)}/{Type}", search.Understood!);
        var next = found.Next is { } cursor ? await pages.LinkAsync(context, Type, search, cursor) : null;
        return FhirResults.Resource(json => SearchSetWriter.Write(json, self, found.Total, [.. sets, .. items.Value], next));
    }
}
