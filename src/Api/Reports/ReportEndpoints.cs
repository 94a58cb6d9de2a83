using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Reports;

namespace MonEspaceSante.Api.Reports;

/// <summary>The holder reports a professional, a document or a service, follows the handling, and withdraws.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this CitizenRoutes routes)
    {
        routes.Map(HttpMethods.Post, "/reports", MakeAsync);
        routes.Map(HttpMethods.Get, "/reports", MineAsync);
        routes.Map(HttpMethods.Post, "/reports/{id:guid}/withdraw", WithdrawAsync);
    }

    private static async Task<IResult> MakeAsync(MakeRequest request, HttpContext context, ReportGatherer gatherer, IGrainFactory grains)
    {
        var gathered = await gatherer.GatherAsync(context.SpaceActedIn(), request.Subject, request.Reference, request.ShareContent);
        if (!gathered.Accepted)
        {
            return Refusals.Answer(gathered.Refusal);
        }

        var command = new MakeReport(request.Subject, gathered.Value.Reference, request.Text, gathered.Value.Evidence);
        var made = await Of(context, grains).Make(Envelope.Once(), command);
        return made.Accepted ? Results.Created((string?)null, Mine.Of(made.Value)) : Refusals.Answer(made.Refusal);
    }

    private static async Task<IResult> MineAsync(HttpContext context, IGrainFactory grains)
    {
        var reports = await Of(context, grains).Mine();
        return reports.Accepted ? Results.Ok(new MineAnswer(reports.Value.Reports.Select(Mine.Of).ToValueList())) : Refusals.Answer(reports.Refusal);
    }

    private static async Task<IResult> WithdrawAsync(Guid id, HttpContext context, IGrainFactory grains)
    {
        var closed = await Of(context, grains).Close(Envelope.Once(), new CloseReport(id));
        return closed.Accepted ? Results.NoContent() : Refusals.Answer(closed.Refusal);
    }

    private static IReportsGrain Of(HttpContext context, IGrainFactory grains) => grains.GetGrain<IReportsGrain>(context.SpaceActedIn().Value);

    /// <param name="Subject">What is reported.</param>
    /// <param name="Reference">An RPPS number or idNat_PS; the id of a document; the name of a service.</param>
    /// <param name="Text">What the holder says of it.</param>
    /// <param name="ShareContent">The consent: support may see the title of the document, or the accesses of the professional.</param>
    private sealed record MakeRequest(ReportSubject Subject, string Reference, string Text, bool ShareContent = false);

    // Who of support handles it is the operator's business.
    private sealed record Mine(
        Guid Id, ReportSubject Subject, string Reference, string Text, ReportEvidence? Shared, ReportState State, DateTimeOffset At, string? Answer)
    {
        public static Mine Of(Report report) =>
            new(report.Id, report.Subject, report.Reference, report.Text, report.Evidence, report.State, report.At, report.Answer);
    }

    private sealed record MineAnswer(ValueList<Mine> Reports);
}
