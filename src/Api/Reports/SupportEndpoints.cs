using Microsoft.AspNetCore.Mvc;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Reports;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Reports;

namespace MonEspaceSante.Api.Reports;

/// <summary>Reports as support handles them: on the listener that asks for certificates, for agents who hold a card of the operator.</summary>
internal static class SupportEndpoints
{
    public static void MapSupport(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/v1/support/reports")
            .WithMetadata(new ServedOn(Listener.Professionals), new NeedsCaller(), new RequestSizeLimitAttribute(BodyLimits.Json));
        routes.MapGet("/", ListAsync);
        routes.MapGet("/{id:guid}", (Guid id, IGrainFactory grains) => OnAsync(id, grains, report => report.Read(id)));
        routes.MapPost("/{id:guid}/take", (Guid id, IGrainFactory grains) => OnAsync(id, grains, report => report.Take(Envelope.Once(), new TakeReport(id))));
        routes.MapPost("/{id:guid}/answer", (Guid id, AnswerRequest request, IGrainFactory grains) =>
            OnAsync(id, grains, report => report.Answer(Envelope.Once(), new AnswerReport(id, request.Text))));
        routes.MapPost("/{id:guid}/close", (Guid id, IGrainFactory grains) => OnAsync(id, grains, report => report.Close(Envelope.Once(), new CloseReport(id))));
    }

    private static async Task<IResult> ListAsync(IGrainFactory grains)
    {
        var lines = await Worklist(grains).Read();
        return lines.Accepted
            ? Results.Ok(new WorklistAnswer(lines.Value.Lines.Select(line => new WorklistItem(line.Id, line.Subject, line.State, line.At, line.Agent)).ToValueList()))
            : Refusals.Answer(lines.Refusal);
    }

    // The worklist knows whose report it is; support does not, and no address says it.
    private static async Task<IResult> OnAsync(Guid id, IGrainFactory grains, Func<IReportsGrain, Task<Outcome<Report>>> handle)
    {
        var lines = await Worklist(grains).Read();
        if (!lines.Accepted)
        {
            return Refusals.Answer(lines.Refusal);
        }

        if (lines.Value.Lines.FirstOrDefault(line => line.Id == id) is not { } found)
        {
            return Refusals.Answer(ReportRefusals.Unknown);
        }

        var report = await handle(grains.GetGrain<IReportsGrain>(found.Space.Value));
        return report.Accepted ? Results.Ok(report.Value) : Refusals.Answer(report.Refusal);
    }

    private static IReportWorklistGrain Worklist(IGrainFactory grains) => grains.GetGrain<IReportWorklistGrain>(IReportWorklistGrain.Key);

    private sealed record AnswerRequest(string Text);

    private sealed record WorklistItem(Guid Id, ReportSubject Subject, ReportState State, DateTimeOffset At, string? Agent);

    private sealed record WorklistAnswer(ValueList<WorklistItem> Reports);
}
