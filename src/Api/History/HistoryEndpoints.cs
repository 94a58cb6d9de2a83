using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Traces;
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

    private static async Task<IResult> ReadAsync(HttpContext context, IGrainFactory grains)
    {
        var history = await HistoryAsync(context, grains);
        return history.Accepted ? Results.Ok(new HistoryAnswer(history.Value.Entries)) : Refusals.Answer(history.Refusal);
    }

    private static async Task<IResult> WhyAsync(HttpContext context, Guid entry, IGrainFactory grains)
    {
        var history = await HistoryAsync(context, grains);
        if (!history.Accepted)
        {
            return Refusals.Answer(history.Refusal);
        }

        return history.Value.Entries.FirstOrDefault(trace => trace.Id == entry) is { } trace
            ? Results.Ok(Explanation.Of(trace))
            : Refusals.Answer(EntryUnknown);
    }

    private static Task<Outcome<Grains.Spaces.History>> HistoryAsync(HttpContext context, IGrainFactory grains) =>
        grains.GetGrain<ISpaceGrain>(((Caller.Holder)context.RequiredCaller()).Space.Value).History(Envelope.Once(), new ReadHistory());

    private sealed record HistoryAnswer(ValueList<AccessTrace> Entries);
}
