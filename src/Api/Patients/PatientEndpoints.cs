using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Capabilities;
using MonEspaceSante.Fhir.Patients;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Patients;

/// <summary>Existence and status of a record (TD0.2): what software asks before it deposits.</summary>
internal static class PatientEndpoints
{
    public static void MapPatients(this FhirRoutes fhir) =>
        fhir.Map(new("Patient", "search-type", new DeclaredSearchParameter("identifier", "token")), "/Patient", SearchAsync);

    private static async Task<IResult> SearchAsync(HttpContext context, PatientDirectory patients, IGrainFactory grains)
    {
        var caller = context.RequiredCaller();
        var query = FhirQuery.Read(context.Request, "identifier");
        if (!query.Accepted)
        {
            return Refusals.Answer(query.Refusal);
        }

        if (query.Value["identifier"] is not { } identifier)
        {
            return Refusals.Answer(EdgeRefusals.PatientNotNamed);
        }

        var ins = PatientReader.ReadIdentifier(identifier);
        if (!ins.Accepted)
        {
            return Refusals.Answer(ins.Refusal);
        }

        var person = await patients.FindAsync(new SubjectKey.ByIns(ins.Value), caller);
        if (!person.Accepted)
        {
            return person.Refusal.Kind is RefusalKind.NotFound ? Nobody(context) : Refusals.Answer(person.Refusal);
        }

        var existence = await grains.GetGrain<ISpaceGrain>(person.Value.Space.Value).Exists(person.Value.Sheet);
        if (!existence.Exists)
        {
            return Nobody(context);
        }

        var entry = new SearchSetEntry(
            $"{FhirRoutes.BaseOf(context)}/Patient/{person.Value.Space}",
            json => PatientWriter.Write(json, person.Value.Space, person.Value.Sheet.Ins, existence));
        return FhirResults.Resource(json => SearchSetWriter.Write(json, Links.Self(context), 1, [entry]));
    }

    // TD0.2: no record is an empty bundle, not an error.
    private static IResult Nobody(HttpContext context) => FhirResults.Resource(json => SearchSetWriter.Write(json, Links.Self(context), 0, []));
}
