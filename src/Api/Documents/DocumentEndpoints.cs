using MonEspaceSante.Fhir.Search;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Capabilities;
using MonEspaceSante.Fhir.Cda;
using MonEspaceSante.Fhir.Documents;

namespace MonEspaceSante.Api.Documents;

/// <summary>Documents over FHIR (PDSm, IHE MHD): simplified publish (ITI-105), find (ITI-67), read.</summary>
internal static class DocumentEndpoints
{
    private static readonly DeclaredSearchParameter[] SearchParameters =
    [
        new("_id", "token"), new("patient", "reference"), new("patient.identifier", "token"), new("subject.identifier", "token"),
        new("identifier", "token"), new("status", "token"), new("type", "token"), new("category", "token"), new("creation", "date"), new("date", "date"),
    ];

    private static readonly string[] SearchNames = [.. SearchParameters.Select(parameter => parameter.Name)];

    public static void MapDocuments(this FhirRoutes fhir)
    {
        fhir.Map(new("DocumentReference", "create"), "/DocumentReference", CreateAsync);
        fhir.Map(new("DocumentReference", "search-type", SearchParameters), "/DocumentReference", SearchAsync);
        fhir.Map(new("DocumentReference", "read"), "/DocumentReference/{id}", ReadAsync);
    }

    /// <summary>ITI-105: 201 with the stored sheet, or an OperationOutcome that names each fault.</summary>
    private static async Task<IResult> CreateAsync(
        HttpContext context, PatientDirectory patients, DepositDesk desk, DocumentSheets sheets, CancellationToken cancellationToken)
    {
        var caller = context.RequiredCaller();
        if (!Bodies.IsJson(context.Request))
        {
            return Refusals.Answer(EdgeRefusals.MediaTypeUnsupported);
        }

        var limit = caller is Caller.Holder ? BodyLimits.CitizenDocument : BodyLimits.ProfessionalDocument;
        var body = await Bodies.ReadAsync(context, (limit * 4 / 3) + BodyLimits.Json);
        if (!body.Accepted)
        {
            return Refusals.Answer(body.Refusal);
        }

        var read = DocumentReferenceReader.Read(body.Value);
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

    /// <summary>ITI-67: the sheets that the caller may see. What is hidden, blocked or out of the matrix is as if it were not there.</summary>
    private static async Task<IResult> SearchAsync(
        HttpContext context, PatientDirectory patients, Reader reader, DocumentSheets sheets)
    {
        var caller = context.RequiredCaller();
        var query = FhirQuery.Read(context.Request, SearchNames);
        var access = AccessHeaders.Read(context.Request);
        if ((query.Refusal ?? access.Refusal) is { } malformed)
        {
            return Refusals.Answer(malformed);
        }

        var filter = QueryOf(query.Value!);
        var subject = PatientParameters.Read(RequestParameters.Of(context));
        if ((filter.Refusal ?? subject.Refusal) is { } invalid)
        {
            return Refusals.Answer(invalid);
        }

        var person = await patients.FindAsync(subject.Value!, caller);
        if (!person.Accepted)
        {
            // A person without a space has no document: not an error for a search.
            return person.Refusal.Kind is RefusalKind.NotFound && caller is not Caller.Holder
                ? FhirResults.Resource(json => SearchSetWriter.Write(json, Links.Self(context), 0, []))
                : Refusals.Answer(person.Refusal);
        }

        var found = await reader.ListAsync(caller, person.Value.Space, new ListDocuments(filter.Value!, access.Value!));
        if (!found.Accepted)
        {
            return Refusals.Answer(found.Refusal);
        }

        var writer = sheets.For(context);
        var entries = found.Value.Documents.Select(sheet => new SearchSetEntry(
            $"{FhirRoutes.BaseOf(context)}/DocumentReference/{new ResourceId(person.Value.Space, sheet.LogicalId)}",
            json => writer.Write(json, sheet, person.Value.Space, person.Value.Sheet.Ins))).ToList();
        return FhirResults.Resource(json => SearchSetWriter.Write(json, Links.Self(context), entries.Count, entries));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, string id, Reader reader, DocumentSheets sheets)
    {
        var access = AccessHeaders.Read(context.Request);
        if (!access.Accepted)
        {
            return Refusals.Answer(access.Refusal);
        }

        if (!ResourceId.TryParse(id, out var resource))
        {
            return Refusals.Answer(DocumentRefusals.Unknown);
        }

        var opened = await reader.OpenAsync(context.RequiredCaller(), resource.Space, new OpenDocument(resource.Thing, Content: false, access.Value));
        return opened.Accepted
            ? FhirResults.Resource(
                json => sheets.For(context).Write(json, opened.Value.Sheet, resource.Space, null),
                version: opened.Value.Sheet.Version, updated: opened.Value.Sheet.UpdatedAt)
            : Refusals.Answer(opened.Refusal);
    }

    private static Outcome<ResourceQuery> QueryOf(FhirQuery query)
    {
        var created = query["creation"] is null ? query.Dates("date") : query.Dates("creation");
        if (!created.Accepted)
        {
            return created.Refusal;
        }

        if (query.Codes("status")?.FirstOrDefault(code => code is not ("current" or "superseded")) is not null)
        {
            return SearchFaults.ParameterInvalid.At("status");
        }

        var clauses = new List<Clause>();
        if (query["_id"] is { } id)
        {
            // An id that cannot be one of ours finds nothing.
            clauses.Add(new(Clause.Id, Modifier.None, [new Sought.Link(null, ResourceId.TryParse(id, out var resource) ? resource.Thing : Guid.Empty)]));
        }

        if (query["identifier"] is { } unique)
        {
            clauses.Add(new("identifier", Modifier.None, [new Sought.Token(null, unique[(unique.LastIndexOf('|') + 1)..])]));
        }

        foreach (var name in new[] { "type", "category", "status" })
        {
            if (query.Codes(name) is { } codes)
            {
                clauses.Add(new(name, Modifier.None, codes.Select(code => (Sought)new Sought.Token(null, code)).ToValueList()));
            }
        }

        if (created.Value.From is { } from)
        {
            clauses.Add(new("creation", Modifier.None, [new Sought.Moment(Prefix.StartsAfter, from, from)]));
        }

        if (created.Value.Before is { } before)
        {
            clauses.Add(new("creation", Modifier.None, [new Sought.Moment(Prefix.Less, before, before)]));
        }

        return ResourceQuery.Where([.. clauses]) with { Count = ResourceQuery.MostCount };
    }
}
