using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Hosting;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Resources;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Agendas;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Fhir.Search;
using MonEspaceSante.Grains.Journals;

namespace MonEspaceSante.Api.Agendas;

/// <summary>A structure writes its schedules and slots, each in its own agenda and in no other.</summary>
internal static class AgendaWriting
{
    public static Task<IResult> CreateAsync(HttpContext context, string type, AgendaDesk desk) =>
        WriteAsync(context, type, desk, (_, draft) => new ResourceWrite.Record(draft, type));

    public static async Task<IResult> UpdateAsync(HttpContext context, string type, string id, AgendaDesk desk)
    {
        var version = Preconditions.IfMatch(context.Request);
        return version.Refusal is { } malformed
            ? Refusals.Answer(malformed)
            : await WriteAsync(
                context, type, desk,
                (agenda, draft) => ResourceId.TryParse(id, out var resource) && resource.Space == agenda
                    ? new ResourceWrite.Revise(draft, type, resource.Thing, IfVersion: version.Value)
                    : ResourceRefusals.Unknown,
                id);
    }

    /// <summary>By a number of the structure's own (<c>identifier=…</c>): what bears it is revised, or made.</summary>
    public static async Task<IResult> UpdateWhereAsync(HttpContext context, string type, AgendaDesk desk)
    {
        var version = Preconditions.IfMatch(context.Request);
        return version.Refusal is { } malformed
            ? Refusals.Answer(malformed)
            : await WriteAsync(context, type, desk, (agenda, draft) =>
            {
                var condition = ResourceReception.Condition(type, context.Request.QueryString.Value ?? "", agenda);
                return condition.Accepted
                    ? new ResourceWrite.Revise(draft, type, Where: condition.Value, IfVersion: version.Value)
                    : condition.Refusal;
            });
    }

    public static async Task<IResult> DeleteAsync(HttpContext context, string type, string id, AgendaDesk desk)
    {
        var caller = context.RequiredCaller();
        var (structure, version) = (AgendaDesk.StructureOf(caller), Preconditions.IfMatch(context.Request));
        var envelope = Idempotency.Envelope(context, caller, []);
        if ((structure.Refusal ?? version.Refusal ?? envelope.Refusal) is { } refusal)
        {
            return Refusals.Answer(refusal);
        }

        var agenda = await desk.AddressOf(structure.Value!);
        if (!ResourceId.TryParse(id, out var resource) || resource.Space != agenda)
        {
            return Refusals.Answer(ResourceRefusals.Unknown);
        }

        var removed = await desk.KeepAsync(agenda, envelope.Value!, new(structure.Value!, [new ResourceWrite.Remove(type, type, resource.Thing, version.Value)]));
        return removed.Accepted ? FhirResults.Removed(removed.Value.Parts[0].Version) : Refusals.Answer(removed.Refusal);
    }

    private static async Task<IResult> WriteAsync(
        HttpContext context, string type, AgendaDesk desk, Func<SpaceId, ResourceDraft, Outcome<ResourceWrite>> write, string? id = null)
    {
        var caller = context.RequiredCaller();
        var structure = AgendaDesk.StructureOf(caller);
        if (!structure.Accepted)
        {
            return Refusals.Answer(structure.Refusal);
        }

        var received = await FhirBodies.ReadAsync(context, BodyLimits.Resource);
        if (!received.Accepted)
        {
            return Refusals.Answer(received.Faults);
        }

        // An agenda holds nothing of any patient.
        var read = ResourceReader.Read(received.Value.Resource, new KeptType(type, Patient: ""));
        if (!read.Accepted)
        {
            return Refusals.Answer(read.Faults);
        }

        if (id is not null && read.Value.Resource.Root["id"].Text != id)
        {
            return Refusals.Answer(ResourceFaults.IdDiffers.At($"{type}.id"));
        }

        var (envelope, body) = (Idempotency.Envelope(context, caller, received.Value.Sent.Span), KeptBody.Of(read.Value.Resource));
        if ((envelope.Refusal ?? body.Refusal) is { } refusal)
        {
            return Refusals.Answer(refusal);
        }

        var agenda = await desk.AddressOf(structure.Value);
        var asked = write(agenda, new(type, body.Value, SearchIndexer.Index(read.Value.Resource, agenda)));
        if (!asked.Accepted)
        {
            return Refusals.Answer(asked.Refusal);
        }

        var written = await desk.KeepAsync(agenda, envelope.Value!, new(structure.Value, [asked.Value]));
        return written.Accepted
            ? ResourceAnswers.Written(context, agenda, written.Value.Parts[0], body.Value)
            : Refusals.Answer(written.Refusal);
    }
}
