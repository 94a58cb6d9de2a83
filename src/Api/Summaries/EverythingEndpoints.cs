using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using MonEspaceSante.Api.Documents;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Resources;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Patients;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Summaries;

/// <summary>The holder's own person (read), and all that their space holds (<c>$everything</c>, R4), page by page.</summary>
internal static class EverythingEndpoints
{
    private const string Route = "Patient/$everything";

    public static void MapEverything(this FhirRoutes fhir)
    {
        fhir.Map(new("Patient", "read"), "/Patient/{id}", ReadAsync);
        fhir.MapOperation(
            new("Patient", "everything", "http://hl7.org/fhir/OperationDefinition/Patient-everything"), HttpMethods.Get, "/Patient/{id}/$everything", EverythingAsync)
            .WithMetadata(new IsAbout(ProxyMatter.Settling));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, string id, IGrainFactory grains)
    {
        var own = OwnSpace(context, id);
        if (!own.Accepted)
        {
            return Refusals.Answer(own.Refusal);
        }

        var holder = await grains.GetGrain<ISpaceGrain>(id).Whose();
        return holder.Accepted ? FhirResults.Resource(json => HolderWriter.Write(json, holder.Value, own.Value)) : Refusals.Answer(holder.Refusal);
    }

    private static async Task<IResult> EverythingAsync(HttpContext context, string id, ResourceDesk desk, DocumentSheets sheets, PageTokens tokens)
    {
        var (query, own) = (FhirQuery.Read(context.Request, "_count", "_page"), OwnSpace(context, id));
        if ((own.Refusal ?? query.Refusal) is { } refusal)
        {
            return Refusals.Answer(refusal);
        }

        var asked = await AskedAsync(context, query.Value!, tokens);
        if (!asked.Accepted)
        {
            return Refusals.Answer(asked.Refusal);
        }

        var (count, after) = asked.Value;
        var read = await desk.ReadSpaceAsync(context.RequiredCaller(), own.Value, new([], AccessContext.Ordinary));
        if (!read.Accepted)
        {
            return Refusals.Answer(read.Refusal);
        }

        // By address, not by number: what is added or removed between two pages moves nothing else.
        var all = Entries(context, own.Value, read.Value, sheets).OrderBy(entry => entry.FullUrl, StringComparer.Ordinal).ToList();
        var left = all.Where(entry => string.CompareOrdinal(entry.FullUrl, after) > 0).ToList();
        var next = left.Count <= count ? null
            : QueryHelpers.AddQueryString(
                Address(context, id),
                "_page",
                await tokens.SealAsync(context.RequiredCaller(), Route, count.ToString(CultureInfo.InvariantCulture), left[count - 1].FullUrl));
        return FhirResults.Resource(json => SearchSetWriter.Write(json, Links.Self(context), all.Count, [.. left.Take(count)], next));
    }

    // How many entries, and after which one.
    private static async Task<Outcome<(int Count, string After)>> AskedAsync(HttpContext context, FhirQuery query, PageTokens tokens)
    {
        if (query["_page"] is { } token)
        {
            var page = await tokens.OpenAsync(context.RequiredCaller(), Route, token);
            return page.Accepted ? (int.Parse(page.Value.Search, CultureInfo.InvariantCulture), page.Value.Cursor) : page.Refusal;
        }

        return query["_count"] is not { } text ? (ResourceQuery.UsualCount, "")
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= ResourceQuery.MostCount ? (count, "")
            : SearchFaults.ParameterInvalid.At("_count");
    }

    private static IEnumerable<SearchSetEntry> Entries(HttpContext context, SpaceId space, SpaceContent content, DocumentSheets sheets)
    {
        var (fhirBase, writer) = (FhirRoutes.BaseOf(context), sheets.For(context));
        SearchSetEntry Entry(string type, Guid thing, Action<Utf8JsonWriter> write) => new($"{fhirBase}/{type}/{new ResourceId(space, thing)}", write);
        return
        [
            new($"{fhirBase}/Patient/{space}", json => HolderWriter.Write(json, content.Holder, space)),
            .. content.Documents.Select(sheet => Entry("DocumentReference", sheet.LogicalId, json => writer.Write(json, sheet, space, content.Holder.Ins))),
            .. content.Resources.Select(resource => Entry(resource.Type, resource.Id, json =>
                KeptBody.Write(json, resource.Body, new(space, resource.Id), resource.Version, resource.UpdatedAt))),
        ];
    }

    // R22: everything of a space goes to its holder alone; for a citizen, the spaces of others do not exist (R8).
    private static Outcome<SpaceId> OwnSpace(HttpContext context, string id) => context.RequiredCaller() switch
    {
        { SpaceActedIn: { } own } => own.Value == id ? own : IdentityRefusals.PersonUnknown,
        _ => SpaceRefusals.OnlyTheHolder,
    };

    private static string Address(HttpContext context, string id) => $"{FhirRoutes.BaseOf(context)}/Patient/{id}/$everything";
}
