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
    /// <summary>The most bytes of a body that submits documents of <paramref name="caller"/>.</summary>
    public static long LimitOf(Caller caller) => (ContentLimitOf(caller) * 4 / 3) + BodyLimits.Sheets;

    /// <summary>ITI-65: a transaction-response in the order of the request, or an OperationOutcome that names each fault.</summary>
    public static async Task<IResult> SubmitAsync(
        HttpContext context, ReceivedResource bundle, PatientDirectory patients, DepositDesk desk, CancellationToken cancellationToken)
    {
        var caller = context.RequiredCaller();
        var read = SubmissionReader.Read(bundle.Resource);
        if (!read.Accepted)
        {
            return Refusals.Answer(read.Faults);
        }

        // What is not content goes into the journal as one block, which has its limit.
        var contents = read.Value.Documents.Sum(document => (long)document.Document.Content.Length);
        if (contents > ContentLimitOf(caller) || bundle.Sent.Length - (contents * 4 / 3) > BodyLimits.Sheets)
        {
            return Refusals.Answer(EdgeRefusals.BodyTooLarge);
        }

        var person = await patients.FindAsync(read.Value.Patient, caller);
        var envelope = Idempotency.Envelope(context, caller, bundle.Sent.Span);
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

    private static long ContentLimitOf(Caller caller) => caller.IsCitizen ? BodyLimits.CitizenDocument : BodyLimits.ProfessionalDocument;
}
