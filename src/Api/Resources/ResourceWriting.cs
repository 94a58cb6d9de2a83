using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Search;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Resources;

namespace MonEspaceSante.Api.Resources;

/// <summary>Writes resources of a space: create, update by id or by condition, delete. Headers say on which condition.</summary>
internal static class ResourceWriting
{
    public static async Task<IResult> CreateAsync(HttpContext context, string type, ResourceReception reception, ResourceDesk desk)
    {
        var arrived = await reception.ReceiveAsync(context, type);
        if (!arrived.Accepted)
        {
            return Refusals.Answer(arrived.Faults);
        }

        ValueList<Clause>? unless = null;
        if (context.Request.Headers["If-None-Exist"].ToString() is { Length: > 0 } query)
        {
            var condition = ResourceReception.Condition(type, query, arrived.Value.Person.Space);
            if (!condition.Accepted)
            {
                return Refusals.Answer(condition.Refusal);
            }

            unless = condition.Value;
        }

        return await WriteAsync(context, desk, arrived.Value, new ResourceWrite.Record(arrived.Value.Draft, type, unless));
    }

    public static async Task<IResult> UpdateAsync(HttpContext context, string type, string id, ResourceReception reception, ResourceDesk desk)
    {
        var version = Preconditions.IfMatch(context.Request);
        var arrived = await reception.ReceiveAsync(context, type);
        if (version.Refusal is { } malformed)
        {
            return Refusals.Answer(malformed);
        }

        if (!arrived.Accepted)
        {
            return Refusals.Answer(arrived.Faults);
        }

        if (arrived.Value.Resource.Root["id"].Text != id)
        {
            return Refusals.Answer(ResourceFaults.IdDiffers.At($"{type}.id"));
        }

        // Also where the resource names another patient than its address: it is not a resource of that patient.
        return ResourceId.TryParse(id, out var resource) && resource.Space == arrived.Value.Person.Space
            ? await WriteAsync(context, desk, arrived.Value, new ResourceWrite.Revise(arrived.Value.Draft, type, resource.Thing, IfVersion: version.Value))
            : Refusals.Answer(ResourceRefusals.Unknown);
    }

    public static async Task<IResult> UpdateWhereAsync(HttpContext context, string type, ResourceReception reception, ResourceDesk desk)
    {
        var version = Preconditions.IfMatch(context.Request);
        var arrived = await reception.ReceiveAsync(context, type);
        if (version.Refusal is { } malformed)
        {
            return Refusals.Answer(malformed);
        }

        if (!arrived.Accepted)
        {
            return Refusals.Answer(arrived.Faults);
        }

        var condition = ResourceReception.Condition(type, context.Request.QueryString.Value ?? "", arrived.Value.Person.Space);
        return condition.Accepted
            ? await WriteAsync(context, desk, arrived.Value, new ResourceWrite.Revise(arrived.Value.Draft, type, Where: condition.Value, IfVersion: version.Value))
            : Refusals.Answer(condition.Refusal);
    }

    public static async Task<IResult> DeleteAsync(HttpContext context, string type, string id, ResourceDesk desk)
    {
        var caller = context.RequiredCaller();
        var (access, version) = (AccessHeaders.Read(context.Request), Preconditions.IfMatch(context.Request));
        var envelope = Idempotency.Envelope(context, caller, []);
        if ((access.Refusal ?? version.Refusal ?? envelope.Refusal) is { } malformed)
        {
            return Refusals.Answer(malformed);
        }

        if (!ResourceId.TryParse(id, out var resource))
        {
            return Refusals.Answer(ResourceRefusals.Unknown);
        }

        var write = new ResourceWrite.Remove(type, type, resource.Thing, version.Value);
        var removed = await desk.CarryOutAsync(caller, resource.Space, envelope.Value!, new(null, access.Value!, [write]));
        return removed.Accepted ? FhirResults.Removed(removed.Value.Parts[0].Version) : Refusals.Answer(removed.Refusal);
    }

    private static async Task<IResult> WriteAsync(HttpContext context, ResourceDesk desk, ArrivedResource arrived, ResourceWrite write)
    {
        var (caller, space) = (context.RequiredCaller(), arrived.Person.Space);
        var written = await desk.CarryOutAsync(caller, space, arrived.Envelope, new(arrived.Person.Sheet, arrived.Access, [write]));
        if (!written.Accepted)
        {
            return Refusals.Answer(written.Refusal);
        }

        var receipt = written.Value.Parts[0];
        if (receipt.Effect is not ResourceEffect.None || write is ResourceWrite.Revise)
        {
            return ResourceAnswers.Written(context, space, receipt, arrived.Draft.Body);
        }

        // Something else stood already: that is what the client is told of, and telling is a reading.
        var standing = await desk.ReadAsync(caller, space, new(receipt.Type, receipt.Id, arrived.Access));
        return standing.Accepted ? ResourceAnswers.Written(context, space, receipt, standing.Value.Body) : Refusals.Answer(standing.Refusal);
    }
}
