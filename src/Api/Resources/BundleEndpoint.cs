using MonEspaceSante.Api.Documents;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Measures;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Grains.Journals;

namespace MonEspaceSante.Api.Resources;

/// <summary>
/// Bundles: a submission of documents (ITI-65), a transaction of resources inside one space, all or nothing, or a batch of requests that have
/// nothing to do with one another.
/// </summary>
internal static class BundleEndpoint
{
    public static void MapBundles(this FhirRoutes fhir) => fhir.MapEach([new(null, "transaction"), new(null, "batch")], "", PostAsync);

    private static async Task<IResult> PostAsync(
        HttpContext context, PatientDirectory patients, DepositDesk documents, MeasureReception measures, TransactionDesk transactions, CancellationToken cancellationToken)
    {
        var caller = context.RequiredCaller();
        var received = await FhirBodies.ReadAsync(context, SubmissionEndpoint.LimitOf(caller));
        if (!received.Accepted)
        {
            return Refusals.Answer(received.Faults);
        }

        var bundle = received.Value.Resource;
        if (bundle.Type is not "Bundle")
        {
            return Refusals.Answer(FhirRefusals.ResourceTypeWrong.At(bundle.Type));
        }

        if (RequestReader.IsSubmission(bundle.Root))
        {
            return await SubmissionEndpoint.SubmitAsync(context, received.Value, patients, documents, cancellationToken);
        }

        if (received.Value.Sent.Length > BodyLimits.Resources)
        {
            return Refusals.Answer(EdgeRefusals.BodyTooLarge);
        }

        var read = RequestReader.Read(bundle.Root);
        if (!read.Accepted)
        {
            return Refusals.Answer(read.Faults);
        }

        if (measures.Faults(bundle) is { Count: > 0 } faults)
        {
            return Refusals.Answer(faults);
        }

        var envelope = Idempotency.Envelope(context, caller, received.Value.Sent.Span);
        if (!envelope.Accepted)
        {
            return Refusals.Answer(envelope.Refusal);
        }

        if (bundle.Root["type"].Text is "batch")
        {
            return Answer("batch-response", await BatchAsync(context, transactions, read.Value, envelope.Value));
        }

        var carriedOut = await transactions.CarryOutAsync(context, read.Value, envelope.Value);
        return carriedOut.Accepted ? Answer("transaction-response", carriedOut.Value) : Refusals.Answer(carriedOut.Faults);
    }

    // R4, batch: in the order of a transaction, each as if it came alone.
    private static async Task<EntryAnswer[]> BatchAsync(HttpContext context, TransactionDesk transactions, IReadOnlyList<RequestedEntry> entries, Envelope envelope)
    {
        var answers = new EntryAnswer[entries.Count];
        foreach (var (index, entry) in entries.Index().OrderBy(entry => entry.Item.Action))
        {
            var own = envelope with { CommandId = Ids.Of(envelope.CommandId, $"entry {index}") };
            var carriedOut = await transactions.CarryOutAsync(context, [entry], own);
            answers[index] = carriedOut.Accepted ? carriedOut.Value[0] : TransactionDesk.Refused(carriedOut.Faults);
        }

        return answers;
    }

    private static IResult Answer(string type, IReadOnlyList<EntryAnswer> answers) =>
        FhirResults.Resource(json => ResponseBundleWriter.Write(json, type, answers));
}
