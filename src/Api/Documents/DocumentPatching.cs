using Microsoft.Net.Http.Headers;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Documents;
using MonEspaceSante.Fhir.Patches;
using MonEspaceSante.Fhir.Search;
using MonEspaceSante.Grains.Journals;

namespace MonEspaceSante.Api.Documents;

/// <summary>PDSm flow 3 and TD3.3: the status, the labels and the archive mark of a document are patched, by id or by unique identifier.</summary>
internal static class DocumentPatching
{
    private const string Identifier = "identifier";

    public static async Task<IResult> PatchAsync(HttpContext context, string id, PatchDesk desk, DocumentSheets sheets)
    {
        var patch = await ReceiveAsync(context);
        if (!patch.Accepted)
        {
            return Refusals.Answer(patch.Faults);
        }

        return ResourceId.TryParse(id, out var resource)
            ? await AnswerAsync(context, patch.Value, new(resource.Space, null), resource.Thing, null, desk, sheets)
            : Refusals.Answer(DocumentRefusals.Unknown);
    }

    /// <summary>The document is the one that has the unique identifier, in the space of the patient who is named: no identifier is searched across spaces.</summary>
    public static async Task<IResult> PatchWhereAsync(HttpContext context, DocumentHolders holders, PatchDesk desk, DocumentSheets sheets)
    {
        var patch = await ReceiveAsync(context);
        if (!patch.Accepted)
        {
            return Refusals.Answer(patch.Faults);
        }

        var parameters = RequestParameters.Of(context);
        if (parameters.FirstOrDefault(parameter => parameter.Key is not Identifier && !PatientParameter.IsOne(parameter.Key)) is { Key: { } other })
        {
            return Refusals.Answer(SearchFaults.ParameterUnknown.At(other));
        }

        if (parameters.Each(Identifier).ToList() is not [var token] || DocumentParameters.UniqueId(token) is not { } uniqueId)
        {
            return Refusals.Answer(SearchFaults.ParameterInvalid.At(Identifier));
        }

        // Who has no space has no document of that name either.
        var holder = await holders.ConditionedAsync([.. parameters], context.RequiredCaller());
        return holder.Accepted ? await AnswerAsync(context, patch.Value, holder.Value, null, uniqueId, desk, sheets)
            : Refusals.Answer(holder.Refusal.Kind is RefusalKind.NotFound ? DocumentRefusals.Unknown : holder.Refusal);
    }

    private static async Task<FhirReading<ReceivedPatch>> ReceiveAsync(HttpContext context)
    {
        var (access, version) = (AccessHeaders.Read(context.Request), Preconditions.IfMatch(context.Request));
        var body = await Bodies.ReadAsync(context, BodyLimits.Json);
        if ((access.Refusal ?? version.Refusal ?? body.Refusal) is { } malformed)
        {
            return new(null, [malformed]);
        }

        var type = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var media) ? media.MediaType.Value!.ToLowerInvariant() : "";
        if (MetadataPatch.Read(type, body.Value) is not { } read)
        {
            return new(null, [EdgeRefusals.MediaTypeUnsupported]);
        }

        var envelope = Idempotency.Envelope(context, context.RequiredCaller(), body.Value);
        return !envelope.Accepted ? new(null, [envelope.Refusal])
            : read.Accepted ? new(new(read.Value, access.Value!, version.Value, envelope.Value), [])
            : new(null, read.Faults);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, ReceivedPatch patch, DocumentHolder holder, Guid? document, string? uniqueId, PatchDesk desk, DocumentSheets sheets)
    {
        var command = new PatchDocument(document, uniqueId, patch.Patch.Edits, patch.IfVersion, patch.Access);
        var patched = await desk.PatchAsync(context.RequiredCaller(), holder.Space, patch.Envelope, command);
        return patched.Accepted
            ? FhirResults.Resource(
                json => sheets.For(context).Write(json, patched.Value, holder.Space, holder.Ins),
                version: patched.Value.Version, updated: patched.Value.UpdatedAt)
            : Refusals.Answer(patched.Refusal);
    }

    private sealed record ReceivedPatch(MetadataPatch Patch, AccessContext Access, int? IfVersion, Envelope Envelope);
}
