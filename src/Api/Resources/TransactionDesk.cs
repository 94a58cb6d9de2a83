using Microsoft.AspNetCore.WebUtilities;
using MonEspaceSante.Api.Fhir;
using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Measures;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Resources;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir;
using MonEspaceSante.Fhir.Bundles;
using MonEspaceSante.Fhir.Resources;
using MonEspaceSante.Grains.Journals;

namespace MonEspaceSante.Api.Resources;

/// <summary>Carries out requests about the resources of one space together: what they write all or nothing, in one append; then what they read.</summary>
internal sealed class TransactionDesk(TransactionPatient patients, MeasureReception measures, ResourceDesk desk, ResourceSearch search)
{
    /// <summary>An answer for each of <paramref name="entries"/>, or why nothing was done.</summary>
    public async Task<FhirReading<IReadOnlyList<EntryAnswer>>> CarryOutAsync(HttpContext context, IReadOnlyList<RequestedEntry> entries, Envelope envelope)
    {
        var caller = context.RequiredCaller();
        var access = AccessHeaders.Read(context.Request);
        if (!access.Accepted)
        {
            return new(null, [access.Refusal]);
        }

        List<Refusal> computed = [.. entries.Select(entry => entry.Resource is { } resource ? measures.Fault(resource)?.At($"{entry.Place}.resource.code") : null).OfType<Refusal>()];
        if (computed.Count > 0)
        {
            return new(null, computed);
        }

        var whose = await patients.OfAsync(entries, caller);
        if (!whose.Accepted)
        {
            return new(null, whose.Faults);
        }

        var (space, answers) = (whose.Value.Space, new EntryAnswer[entries.Count]);
        var written = entries.Index().Where(entry => entry.Item.Action is not RequestedAction.Read).OrderBy(entry => entry.Item.Action).ToList();
        if (written.Count > 0)
        {
            var writes = TransactionWrites.Of([.. written.Select(entry => entry.Item)], space, envelope.CommandId);
            if (!writes.Accepted)
            {
                return new(null, writes.Faults);
            }

            var receipts = await desk.CarryOutAsync(caller, space, envelope, new(whose.Value.Sheet, access.Value, writes.Value.ToValueList()));
            if (!receipts.Accepted)
            {
                return new(null, [receipts.Refusal]);
            }

            foreach (var (entry, receipt) in written.Zip(receipts.Value.Parts))
            {
                answers[entry.Index] = Told(context, space, receipt);
            }
        }

        foreach (var (index, entry) in entries.Index().Where(entry => entry.Item.Action is RequestedAction.Read))
        {
            answers[index] = entry.Id is { } id ? await ReadAsync(context, entry.Type, id, access.Value) : await FindAsync(context, entry, access.Value);
        }

        return new(answers, []);
    }

    /// <summary>The answer of a request that was refused.</summary>
    public static EntryAnswer Refused(IReadOnlyList<Refusal> refusals) => new(StatusLine(Refusals.Status(refusals[0].Kind)), Refusals: refusals);

    private static EntryAnswer Told(HttpContext context, SpaceId space, ResourceReceipt receipt) => receipt.Effect switch
    {
        ResourceEffect.Removed => new(StatusLine(StatusCodes.Status204NoContent), Tag: Preconditions.Tag(receipt.Version)),
        var effect => new(
            StatusLine(effect is ResourceEffect.Recorded ? StatusCodes.Status201Created : StatusCodes.Status200OK),
            null, ResourceAnswers.Address(context, space, receipt), Preconditions.Tag(receipt.Version), receipt.At),
    };

    private async Task<EntryAnswer> ReadAsync(HttpContext context, string type, string id, AccessContext access)
    {
        if (!ResourceId.TryParse(id, out var resource))
        {
            return Refused([ResourceRefusals.Unknown]);
        }

        var read = await desk.ReadAsync(context.RequiredCaller(), resource.Space, new(type, resource.Thing, access));
        return read.Accepted
            ? new(
                StatusLine(StatusCodes.Status200OK),
                json => KeptBody.Write(json, read.Value.Body, resource, read.Value.Version, read.Value.UpdatedAt),
                Tag: Preconditions.Tag(read.Value.Version), At: read.Value.UpdatedAt)
            : Refused([read.Refusal]);
    }

    private async Task<EntryAnswer> FindAsync(HttpContext context, RequestedEntry entry, AccessContext access)
    {
        var found = await search.FindAsync(context, entry.Type, new([.. RequestParameters.Parse(entry.Query)], null), access);
        return found.Accepted ? new(StatusLine(StatusCodes.Status200OK), found.Value) : Refused([found.Refusal]);
    }

    private static string StatusLine(int status) => $"{status} {ReasonPhrases.GetReasonPhrase(status)}";
}
