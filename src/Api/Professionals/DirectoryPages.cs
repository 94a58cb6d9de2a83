using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Professionals;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Professionals;

/// <summary>Searches of the directory, page by page.</summary>
internal static class DirectoryPages
{
    private const int Usual = 20;
    private const int Most = 100;
    private const int LongestText = 100;

    /// <summary>Whether a search says enough of whom it means.</summary>
    public static bool IsNarrow(string? name, string? town) => (name ?? town) is not null && IsEnough(name) && IsEnough(town);

    /// <summary>Reads the parameters <paramref name="known"/> and the page wanted, searches, and answers the page with a link to the next one.</summary>
    public static IResult Answer<T>(
        HttpContext context, string[] known, Func<FhirQuery, PageOf, Outcome<Page<T>>> search, Func<T, (string Address, Action<Utf8JsonWriter> Write)> show)
    {
        var query = FhirQuery.Read(context.Request, [.. known, "_count", "_offset"]);
        if (!query.Accepted)
        {
            return Refusals.Answer(query.Refusal);
        }

        if (Number(query.Value["_count"], Usual) is not { } count || Number(query.Value["_offset"], 0) is not { } offset)
        {
            return Refusals.Answer(SearchFaults.ParameterInvalid.At(Number(query.Value["_count"], Usual) is null ? "_count" : "_offset"));
        }

        var page = new PageOf(offset, Math.Min(count, Most));
        var found = search(query.Value, page);
        if (!found.Accepted)
        {
            return Refusals.Answer(found.Refusal);
        }

        var entries = found.Value.Items.Select(show).Select(shown => new SearchSetEntry($"{FhirRoutes.BaseOf(context)}/{shown.Address}", shown.Write)).ToList();
        var next = page.Take > 0 && page.Skip + entries.Count < found.Value.Total ? Next(context, page.Skip + page.Take) : null;
        return FhirResults.Resource(json => SearchSetWriter.Write(json, Links.Self(context), found.Value.Total, entries, next));
    }

    private static bool IsEnough(string? text) => text is null || text.Count(char.IsLetterOrDigit) >= 2 && text.Length <= LongestText;

    private static int? Number(string? text, int otherwise) =>
        text is null ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private static string Next(HttpContext context, int offset)
    {
        var query = new QueryBuilder(context.Request.Query.Where(pair => pair.Key != "_offset")) { { "_offset", offset.ToString(CultureInfo.InvariantCulture) } };
        return $"{FhirRoutes.BaseOf(context)}{context.Request.Path.Value![5..]}{query}";
    }
}
