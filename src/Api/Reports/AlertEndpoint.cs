using MonEspaceSante.Api.Http;
using MonEspaceSante.Grains.Alerts;

namespace MonEspaceSante.Api.Reports;

/// <summary>Alerts of mass access, for the watch of the operator: no patient, no name, and for each professional or structure a keyed digest.</summary>
internal static class AlertEndpoint
{
    public static void MapAlerts(this ProfessionalRoutes routes) => routes.Map(HttpMethods.Get, "/support/alerts", ReadAsync);

    private static async Task<IResult> ReadAsync(IGrainFactory grains)
    {
        var alerts = await grains.GetGrain<ISecurityAlertsGrain>(ISecurityAlertsGrain.Key).Read();
        return alerts.Accepted ? Results.Ok(alerts.Value) : Refusals.Answer(alerts.Refusal);
    }
}
