using Microsoft.AspNetCore.WebUtilities;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Fhir;

/// <summary>A search that is asked for: its parameters, and the page.</summary>
/// <param name="Parameters">Names and values, decoded.</param>
/// <param name="Cursor">Where the page before ended; <see langword="null"/> for the first page.</param>
internal sealed record AskedSearch(IReadOnlyList<KeyValuePair<string, string>> Parameters, string? Cursor);

/// <summary>Turns the pages of searches.</summary>
internal sealed class SearchPages(PageTokens tokens)
{
    private const string Page = "_page";

    // How the answer looks stands in the open: it is read before anything else.
    private static readonly string[] Looks = ["_format", "_pretty", "_elements", "_summary"];

    /// <summary>The search that the request asks for: a new one, or the next page of one.</summary>
    public async ValueTask<Outcome<AskedSearch>> AskedAsync(HttpContext context, Caller caller, string type)
    {
        var parameters = RequestParameters.Of(context);
        if (parameters[Page] is not { } token)
        {
            return new AskedSearch([.. parameters], null);
        }

        if (parameters.FirstOrDefault(parameter => parameter.Key is not Page && !Looks.Contains(parameter.Key)) is { Key: { } other })
        {
            return SearchFaults.ParameterUnknown.At(other);
        }

        var page = await tokens.OpenAsync(caller, type, token);
        return page.Accepted ? new AskedSearch([.. RequestParameters.Parse(page.Value.Search)], page.Value.Cursor) : page.Refusal;
    }

    /// <summary>The address of the page of <paramref name="search"/> after <paramref name="cursor"/>.</summary>
    public async ValueTask<string> LinkAsync(HttpContext context, string type, ParsedSearch search, string cursor)
    {
        var token = await tokens.SealAsync(context.RequiredCaller(), type, QueryHelpers.AddQueryString("", search.Understood!), cursor);
        var looks = search.Understood.Where(parameter => Looks.Contains(parameter.Key));
        return QueryHelpers.AddQueryString($"{FhirRoutes.BaseOf(context)}/{type}", looks.Prepend(KeyValuePair.Create(Page, token))!);
    }
}
