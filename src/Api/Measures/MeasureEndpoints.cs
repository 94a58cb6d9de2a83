using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Resources;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Measures;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Measures;

/// <summary>Measures over FHIR: their search, in the ways of MES and of R4, and the latest of each (<c>$lastn</c>).</summary>
internal static class MeasureEndpoints
{
    private const string Most = "max";

    public static void MapMeasures(this FhirRoutes fhir) => fhir.MapOperation(
        new("Observation", "lastn", "http://hl7.org/fhir/OperationDefinition/Observation-lastn"), HttpMethods.Get, "/Observation/$lastn", LastAsync);

    /// <summary>GET Observation, as MES asks or as R4 does.</summary>
    public static Task<IResult> SearchAsync(
        HttpContext context, MeasureQueryReader reader, PatientDirectory patients, MeasureDesk measures, SearchPages pages, ResourceSearch search) =>
        MesSearch.IsAsked(context)
            ? MesSearch.SearchAsync(context, reader, patients, measures)
            : ResourceSearch.SearchAsync(context, "Observation", pages, search);

    private static async Task<IResult> LastAsync(HttpContext context, PatientDirectory patients, MeasureDesk measures, LastObservations last)
    {
        var (parameters, access, caller) = (RequestParameters.Of(context), AccessHeaders.Read(context.Request), context.RequiredCaller());
        var most = 1;
        if (parameters[Most] is { } text && (!int.TryParse(text, out most) || most < 1))
        {
            return Refusals.Answer(SearchFaults.ParameterInvalid.At(Most));
        }

        var space = await patients.SpaceOfAsync([.. parameters], caller);
        var nobody = space.Refusal?.Kind is RefusalKind.NotFound && !caller.IsCitizen;
        if ((access.Refusal ?? (nobody ? null : space.Refusal)) is { } refusal)
        {
            return Refusals.Answer(refusal);
        }

        var parsed = SearchParser.Read(
            SearchableType.Of("Observation"), parameters.Where(parameter => parameter.Key is not Most), space.Value, Preferences.Of(context.Request).Lenient);
        if (!parsed.Accepted)
        {
            return Refusals.Answer(parsed.Refusal);
        }

        var found = nobody ? new([], null) : await measures.AllAsync(caller, space.Value, parsed.Value.Query, access.Value!);
        if (!found.Accepted)
        {
            return Refusals.Answer(found.Refusal);
        }

        var byNode = found.Value.ToDictionary(kept => FhirResource.FromJson(kept.Body.Utf8).Value!.Root);
        var entries = last.Of(byNode.Keys, most).Select(node => byNode[node]).Select(kept => (Kept: kept, Id: new ResourceId(space.Value, kept.Id)))
            .Select(told => new SearchSetEntry(
                $"{FhirRoutes.BaseOf(context)}/Observation/{told.Id}",
                json => KeptBody.Write(json, told.Kept.Body, told.Id, told.Kept.Version, told.Kept.UpdatedAt))).ToList();
        return FhirResults.Resource(json => SearchSetWriter.Write(json, Links.Self(context), entries.Count, entries));
    }
}
