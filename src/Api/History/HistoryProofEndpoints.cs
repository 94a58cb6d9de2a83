using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Domain.Traces;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Storage.Journals;
using MonEspaceSante.Storage.Proofs;

namespace MonEspaceSante.Api.History;

/// <summary>The history that the holder can check without us (docs/history-proof.md): the proof, a receipt to write down, the key that signs.</summary>
internal static class HistoryProofEndpoints
{
    public static void MapHistoryProof(this CitizenRoutes routes)
    {
        routes.Map(HttpMethods.Get, "/history/proof", ProveAsync);
        routes.Map(HttpMethods.Get, "/history/receipt", ReceiptAsync);
        routes.MapPublic("/history/key", Key);
    }

    private static async Task<IResult> ProveAsync(HttpContext context, IGrainFactory grains, HistoryProofs proofs)
    {
        var space = context.SpaceActedIn();
        var granted = await grains.GetGrain<ISpaceGrain>(space.Value).ProveHistory(Envelope.Once(), new ProveHistory());
        return granted.Accepted ? new ProofResult(proofs, JournalId.Parse(space.Value), granted.Value) : Refusals.Answer(granted.Refusal);
    }

    private static async Task<IResult> ReceiptAsync(HttpContext context, IGrainFactory grains)
    {
        var answer = await grains.GetGrain<ISpaceGrain>(context.SpaceActedIn().Value).HistoryHead();
        return answer.Accepted
            ? Results.Ok(new ReceiptAnswer(answer.Value.Sequence, Receipt.Of(answer.Value.ToJournal().Chain).ToString()))
            : Refusals.Answer(answer.Refusal);
    }

    private static IResult Key(IHeadSigner signer) => Results.Ok(new KeyAnswer("ECDSA P-256 SHA-256", Convert.ToHexStringLower(signer.PublicKey.Span)));

    private sealed record ReceiptAnswer(long Entry, string Words);

    private sealed record KeyAnswer(string Algorithm, string Key);

    /// <summary>The file, written as the journal is read. Of one that cannot be finished the connection breaks: half a proof is none.</summary>
    private sealed class ProofResult(HistoryProofs proofs, JournalId journal, HistoryGrant granted) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            httpContext.Response.Headers.ContentDisposition = "attachment; filename=\"mon-espace-sante-historique.json\"";
            return proofs.WriteAsync(
                httpContext.Response.Body, journal, granted.Head.ToJournal(), granted.Closed.ToHashSet(), httpContext.RequestAborted);
        }
    }
}
