using MonEspaceSante.Api.Http;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.SignIn;
using MonEspaceSante.Grains.Spaces;
using MonEspaceSante.Papers;
using MonEspaceSante.Papers.Pdf;

namespace MonEspaceSante.Api.Lives;

/// <summary>
/// What follows an objection, for who has no account: its receipt, as JSON and as a paper, and its reversal. All by an attempt that a provisional code has proven
/// (<c>/activation/start</c>, <c>/activation/verify</c>), as the objection itself.
/// </summary>
internal static class OppositionEndpoints
{
    // 128 bits in hexadecimal.
    private const int TokenLength = 32;

    public static void MapOpposition(this CitizenRoutes routes)
    {
        routes.MapOpen("/opposition/receipt", ReceiptAsync);
        routes.MapOpen("/opposition/receipt/paper", PaperAsync);
        routes.MapOpen("/opposition/lift", LiftAsync);
    }

    private static async Task<IResult> ReceiptAsync(AttemptRequest request, IGrainFactory grains)
    {
        var receipt = await ReceiptOfAsync(await ProvenAsync(request.Attempt, grains), grains);
        return receipt.Accepted ? Results.Ok(receipt.Value) : Refusals.Answer(receipt.Refusal);
    }

    private static async Task<IResult> PaperAsync(AttemptRequest request, IGrainFactory grains)
    {
        var person = await ProvenAsync(request.Attempt, grains);
        var receipt = await ReceiptOfAsync(person, grains);
        return receipt.Accepted
            ? Results.Bytes(
                PdfFile.Of(new OppositionProof(person!.Sheet, receipt.Value.At, receipt.Value.Number).In(PaperLanguage.French)), PdfFile.MediaType)
            : Refusals.Answer(receipt.Refusal);
    }

    private static async Task<Outcome<LifeReceipt>> ReceiptOfAsync(EnrolledPerson? person, IGrainFactory grains)
    {
        if (person is null)
        {
            return SignInRefusals.Refused;
        }

        using var holder = CallerContext.Become(new Caller.Holder(person.Space));
        var life = await grains.GetGrain<ISpaceGrain>(person.Space.Value).Life();
        return !life.Accepted ? life.Refusal
            : life.Value.Receipts.FirstOrDefault(receipt => receipt.Decision is LifeDecision.Opposition) is { } receipt ? receipt
            : SpaceRefusals.NotOpposed;
    }

    private static async Task<IResult> LiftAsync(AttemptRequest request, IGrainFactory grains)
    {
        if (await ProvenAsync(request.Attempt, grains) is not { Space: var space })
        {
            return Refusals.Answer(SignInRefusals.Refused);
        }

        using var holder = CallerContext.Become(new Caller.Holder(space));
        var lifted = await grains.GetGrain<ISpaceGrain>(space.Value).LiftOpposition(Envelope.Once(), new LiftOpposition());
        return lifted.Accepted ? Results.NoContent() : Refusals.Answer(lifted.Refusal);
    }

    // Only what can be a token of ours becomes the key of a grain.
    private static async Task<EnrolledPerson?> ProvenAsync(string? token, IGrainFactory grains)
    {
        using var acting = CallerContext.Become(new Caller.Platform("opposition"));
        return token is { Length: TokenLength } && token.All(char.IsAsciiHexDigitLower)
            && await grains.GetGrain<IActivationGrain>(token).Who() is { Accepted: true, Value: { Proven: true, Person: { } person } }
                ? person
                : null;
    }

    private sealed record AttemptRequest(string? Attempt);
}
