using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Audit;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Capabilities;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Audit;

/// <summary>The holder's own history of accesses as AuditEvents (IHE BALP).</summary>
internal static class AuditEndpoints
{
    public static void MapAuditEvents(this FhirRoutes fhir) =>
        fhir.Map(new("AuditEvent", "search-type", new DeclaredSearchParameter("patient", "reference")), "/AuditEvent", SearchAsync);

    private static async Task<IResult> SearchAsync(HttpContext context, IGrainFactory grains)
    {
        var query = FhirQuery.Read(context.Request, "patient");
        if (!query.Accepted)
        {
            return Refusals.Answer(query.Refusal);
        }

        if (context.RequiredCaller() is not Caller.Holder holder)
        {
            return Refusals.Answer(SpaceRefusals.OnlyTheHolder);
        }

        // Naming oneself is optional, naming somebody else finds nobody (R8).
        if (query.Value["patient"] is { } patient && patient != holder.Space.Value && patient != $"Patient/{holder.Space}")
        {
            return Refusals.Answer(IdentityRefusals.PersonUnknown);
        }

        var history = await grains.GetGrain<ISpaceGrain>(holder.Space.Value).History(Envelope.Once(), new ReadHistory());
        if (!history.Accepted)
        {
            return Refusals.Answer(history.Refusal);
        }

        var entries = history.Value.Entries.Select(trace => new SearchSetEntry(
            $"{FhirRoutes.BaseOf(context)}/AuditEvent/{new ResourceId(holder.Space, trace.Id)}",
            json => AuditEventWriter.Write(json, trace, holder.Space))).ToList();
        return FhirResults.Resource(json => SearchSetWriter.Write(json, Links.Self(context), entries.Count, entries));
    }
}
