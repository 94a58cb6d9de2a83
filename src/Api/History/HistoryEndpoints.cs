using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Fhir.Search;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.History;

/// <summary>Who looked, and why they could: the holder's own history, each entry explained by the rule that decided then.</summary>
internal static class HistoryEndpoints
{
    private static readonly Refusal EntryUnknown = new("history-entry-unknown", RefusalKind.NotFound,
        "There is no such entry in your history.", "Cette entrée n’existe pas dans votre historique.");

    public static void MapHistory(this CitizenRoutes routes)
    {
        routes.Map(HttpMethods.Get, "/history", ReadAsync);
        routes.Map(HttpMethods.Get, "/history/{entry:guid}/why", WhyAsync);
    }

    /// <summary>A page of the history, as JSON or, where <c>format=csv</c>, as a table of everything from there on.</summary>
    private static async Task<IResult> ReadAsync(HttpContext context, IGrainFactory grains)
    {
        var query = HistoryFilter.Read(context.Request);
        if (!query.Accepted)
        {
            return Refusals.Answer(query.Refusal);
        }

        switch (context.Request.Query["format"].ToString())
        {
            case "" or "json":
                var page = await HistoryAsync(context, grains, query.Value);
                return page.Accepted ? Results.Ok(new HistoryAnswer(page.Value.Entries, page.Value.Total, page.Value.Next)) : Refusals.Answer(page.Refusal);
            case "csv":
                return await TableAsync(context, grains, query.Value);
            default:
                return Refusals.Answer(SearchFaults.ParameterInvalid.At("format"));
        }
    }

    private static async Task<IResult> TableAsync(HttpContext context, IGrainFactory grains, ResourceQuery query)
    {
        var entries = new List<AccessTrace>();
        for (string? cursor = query.Cursor; ;)
        {
            var page = await HistoryAsync(context, grains, query with { Count = ResourceQuery.MostCount, Cursor = cursor });
            if (!page.Accepted)
            {
                return Refusals.Answer(page.Refusal);
            }

            entries.AddRange(page.Value.Entries);
            if ((cursor = page.Value.Next) is null)
            {
                break;
            }
        }

        var english = context.Request.GetTypedHeaders().AcceptLanguage.FirstOrDefault()?.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) is true;
        return Results.File(HistoryCsv.Of(entries, english), "text/csv; charset=utf-8", english ? "history.csv" : "historique.csv");
    }

    private static async Task<IResult> WhyAsync(HttpContext context, Guid entry, IGrainFactory grains)
    {
        var found = await HistoryAsync(context, grains, ResourceQuery.Where(new Clause(Clause.Id, Modifier.None, [new Sought.Link(null, entry)])));
        return !found.Accepted ? Refusals.Answer(found.Refusal)
            : found.Value.Entries is [var trace, ..] ? Results.Ok(Explanation.Of(trace))
            : Refusals.Answer(EntryUnknown);
    }

    private static Task<Outcome<Grains.Spaces.History>> HistoryAsync(HttpContext context, IGrainFactory grains, ResourceQuery query) =>
        grains.GetGrain<ISpaceGrain>(context.SpaceActedIn().Value).History(Envelope.Once(), new ReadHistory(query));

    private sealed record HistoryAnswer(ValueList<AccessTrace> Entries, int? Total, string? Next);
}
