using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Cda;

namespace MonEspaceSante.Api.Documents;

/// <summary>Submission sets over FHIR (PDSm, IHE MHD): provide document bundle (ITI-65), with replacements (TD2.1). All or nothing, in one space.</summary>
internal static class SubmissionEndpoint
{
    public static void MapSubmissions(this FhirRoutes fhir) => fhir.Map(new(null, "transaction"), "", SubmitAsync);

    /// <summary>ITI-65: a transaction-response in the order of the request, or an OperationOutcome that names each fault.</summary>
    private static async Task<IResult> SubmitAsync(HttpContext context, PatientDirectory patients, DepositDesk desk, CancellationToken cancellationToken)
    {
        var caller = context.RequiredCaller();
        if (!Bodies.IsJson(context.Request))
        {
            return Refusals.Answer(EdgeRefusals.MediaTypeUnsupported);
        }

        var limit = caller is Caller.Holder ? BodyLimits.CitizenDocument : BodyLimits.ProfessionalDocument;
        var body = await Bodies.ReadAsync(context, (limit * 4 / 3) + BodyLimits.Sheets);
        if (!body.Accepted)
        {
            return Refusals.Answer(body.Refusal);
        }

        var read = SubmissionReader.Read(body.Value);
        if (!read.Accepted)
        {
            return Refusals.Answer(read.Faults);
        }

        // What is not content goes into the journal as one block, which has its limit.
        var contents = read.Value.Documents.Sum(document => (long)document.Document.Content.Length);
        if (contents > limit || body.Value.Length - (contents * 4 / 3) > BodyLimits.Sheets)
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

        var holder = person.Value!.Sheet;
        List<Refusal> contradictions = [.. read.Value.Documents.SelectMany(placed => CdaDeposit.Refusals(placed.Document, holder, placed.Place))];
        if (contradictions.Count > 0)
        {
            return Refusals.Answer(contradictions);
        }

        var submitted = await desk.SubmitAsync(caller, person.Value, envelope.Value!, read.Value, access.Value!.Secret, cancellationToken);
        return submitted.Accepted
            ? FhirResults.Resource(json => TransactionResponseWriter.Write(
                json, FhirRoutes.BaseOf(context), person.Value.Space, read.Value.Entries, submitted.Value))
            : Refusals.Answer(submitted.Refusal);
    }
}
