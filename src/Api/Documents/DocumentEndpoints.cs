using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Capabilities;
using MonEspaceSante.Fhir.Cda;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Lists;
using MonEspaceSante.Fhir.Model;
using MonEspaceSante.Fhir.Renditions;
using MonEspaceSante.Fhir.Search;

namespace MonEspaceSante.Api.Documents;

/// <summary>Documents over FHIR (PDSm, IHE MHD): simplified publish (ITI-105), find (ITI-66, ITI-67), read, update of metadata.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this FhirRoutes fhir)
    {
        fhir.Map(new("DocumentReference", "create"), "/DocumentReference", CreateAsync);
        fhir.Map(SearchOf(DocumentParameters.Searchable), "/DocumentReference", DocumentSearch.SearchAsync);
        fhir.Map(new("DocumentReference", "patch") { Conditional = true }, "/DocumentReference/{id}", DocumentPatching.PatchAsync);
        fhir.Map(new("DocumentReference", "patch") { Conditional = true }, "/DocumentReference", DocumentPatching.PatchWhereAsync);
        fhir.Map(new("DocumentReference", "read") { Conditional = true }, "/DocumentReference/{id}", DocumentReading.ReadAsync);
        fhir.Map(new("DocumentReference", "vread"), "/DocumentReference/{id}/_history/{version:int}", DocumentReading.ReadVersionAsync);
        fhir.Map(new("DocumentReference", "history-instance"), "/DocumentReference/{id}/_history", DocumentReading.HistoryAsync);
        fhir.Map(SearchOf(SubmissionSetParameters.Searchable), "/List", SubmissionSets.SearchAsync);
        fhir.Map(new("List", "read") { Conditional = true }, "/List/{id}", SubmissionSets.ReadAsync);
    }

    private static DeclaredInteraction SearchOf(SearchableType type) => new(type.Name, "search-type",
    [
        new("patient", "reference"), new("patient.identifier", "token"), new("subject.identifier", "token"),
        .. type.Parameters.Select(parameter => new DeclaredSearchParameter(
            parameter.Schema.Code, parameter.Schema.Type, parameter.Schema.Url is { Length: > 0 } url ? url : null)),
    ])
    {
        Includes = type.Includes,
    };

    /// <summary>ITI-105: 201 with the stored sheet, or an OperationOutcome that names each fault.</summary>
    private static async Task<IResult> CreateAsync(
        HttpContext context, PatientDirectory patients, DepositDesk desk, DocumentSheets sheets, CancellationToken cancellationToken)
    {
        var caller = context.RequiredCaller();
        if (FhirMedia.OfBody(context.Request) is not { } format)
        {
            return Refusals.Answer(EdgeRefusals.MediaTypeUnsupported);
        }

        var limit = caller.IsCitizen ? BodyLimits.CitizenDocument : BodyLimits.ProfessionalDocument;
        var body = await Bodies.ReadAsync(context, (limit * 4 / 3) + BodyLimits.Json);
        if (!body.Accepted)
        {
            return Refusals.Answer(body.Refusal);
        }

        var read = Read(format, body.Value);
        if (!read.Accepted)
        {
            return Refusals.Answer(read.Faults);
        }

        if (read.Value.Content.Length > limit)
        {
            return Refusals.Answer(EdgeRefusals.BodyTooLarge);
        }

        var person = await patients.FindAsync(read.Value.Patient, caller);
        var envelope = Idempotency.Envelope(context, caller, body.Value);
        var access = AccessHeaders.Read(context.Request);
        if ((person.Refusal ?? envelope.Refusal ?? access.Refusal) is { } refusal)
        {
            return Refusals.Answer(refusal);
        }

        if (CdaDeposit.Refusals(read.Value, person.Value!.Sheet, "DocumentReference") is { Count: > 0 } contradictions)
        {
            return Refusals.Answer(contradictions);
        }

        var deposited = await desk.DepositAsync(caller, person.Value, envelope.Value!, read.Value, access.Value!.Secret, cancellationToken);
        if (!deposited.Accepted)
        {
            return Refusals.Answer(deposited.Refusal);
        }

        var sheet = deposited.Value;
        return FhirResults.Resource(
            json => sheets.For(context).Write(json, sheet, person.Value.Space, person.Value.Sheet.Ins),
            StatusCodes.Status201Created, sheet.Version, sheet.UpdatedAt,
            $"{FhirRoutes.BaseOf(context)}/DocumentReference/{new ResourceId(person.Value.Space, sheet.LogicalId)}/_history/{sheet.Version}");
    }

    private static FhirReading<ReadDocument> Read(FhirFormat format, byte[] body)
    {
        if (format is FhirFormat.Json)
        {
            return DocumentReferenceReader.Read(body);
        }

        var resource = FhirResource.FromXml(body);
        return resource.Accepted ? DocumentReferenceReader.Read(resource.Value.Json) : new(null, resource.Faults);
    }
}
