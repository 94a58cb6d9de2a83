using Microsoft.AspNetCore.WebUtilities;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Reference;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Documents;

/// <summary>ITI-67: the sheets that the caller may see, page by page. What is hidden, blocked or out of the matrix is as if it were not there.</summary>
internal sealed class DocumentSearch(DocumentHolders holders, SearchPages pages, Reader reader, DocumentSheets sheets, ReferenceData reference)
{
    private const string Type = "DocumentReference";

    public static async Task<IResult> SearchAsync(HttpContext context, SearchPages pages, DocumentSearch search)
    {
        var access = AccessHeaders.Read(context.Request);
        var asked = await pages.AskedAsync(context, context.RequiredCaller(), Type);
        return (access.Refusal ?? asked.Refusal) is { } malformed
            ? Refusals.Answer(malformed)
            : await search.FindAsync(context, asked.Value!, access.Value!);
    }

    /// <summary>The documents of <paramref name="holder"/> that these identities are of and the caller may see, as what is told with something else.</summary>
    public async Task<Outcome<IReadOnlyList<SearchSetEntry>>> IncludedAsync(
        HttpContext context, DocumentHolder holder, IEnumerable<Guid> documents, AccessContext access)
    {
        var clause = new Clause(Clause.Id, Modifier.None, documents.Select(document => (Sought)new Sought.Link(null, document)).ToValueList());
        var query = ResourceQuery.Where(clause) with { Count = ResourceQuery.MostCount };
        var found = await reader.ListAsync(context.RequiredCaller(), holder.Space, new(query, access));
        return found.Accepted ? Entries(context, holder, found.Value, SearchEntryMode.Include) : found.Refusal;
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

        var parsed = SearchParser.Read(DocumentParameters.Searchable, asked.Parameters, holder.Value?.Space ?? default, Preferences.Of(context.Request).Lenient);
        if (!parsed.Accepted)
        {
            return Refusals.Answer(parsed.Refusal);
        }

        var query = DocumentParameters.AsKept(parsed.Value.Query with { Cursor = asked.Cursor }, reference.Types);
        if (!query.Accepted)
        {
            return Refusals.Answer(query.Refusal);
        }

        var found = nobody
            ? new DocumentList([], query.Value.WithTotal ? 0 : null)
            : await reader.ListAsync(caller, holder.Value!.Space, new(query.Value, access));
        return found.Accepted ? await PageAsync(context, holder.Value, parsed.Value, found.Value) : Refusals.Answer(found.Refusal);
    }

    private async Task<IResult> PageAsync(HttpContext context, DocumentHolder? holder, ParsedSearch search, DocumentList found)
    {
        var entries = holder is null ? [] : Entries(context, holder, found, SearchEntryMode.Match);
        var self = QueryHelpers.AddQueryString($"{FhirRoutes.BaseOf(context)}/{Type}", search.Understood!);
        var next = found.Next is { } cursor ? await pages.LinkAsync(context, Type, search, cursor) : null;
        return FhirResults.Resource(json => SearchSetWriter.Write(json, self, found.Total, entries, next));
    }

    private SearchSetEntry[] Entries(HttpContext context, DocumentHolder holder, DocumentList found, SearchEntryMode mode)
    {
        var writer = sheets.For(context);
        return
        [
            .. found.Documents.Select(sheet => new SearchSetEntry(
                $"{FhirRoutes.BaseOf(context)}/{Type}/{new ResourceId(holder.Space, sheet.LogicalId)}",
                json => writer.Write(json, sheet, holder.Space, holder.Ins), mode)),
        ];
    }
}
