using MonEspaceSante.Api.Http;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.SignIn;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.SignIn;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Lives;

/// <summary>
/// What follows an objection, for who has no account: its receipt, and its reversal. Both by an attempt that a provisional code has proven
/// (<c>/activation/start</c>, <c>/activation/verify</c>), as the objection itself.
/// </summary>
internal static class OppositionEndpoints
{
    // 128 bits in hexadecimal.
    private const int TokenLength = 32;

    public static void MapOpposition(this CitizenRoutes routes)
    {
        routes.MapOpen("/opposition/receipt", ReceiptAsync);
        routes.MapOpen("/opposition/lift", LiftAsync);
    }

    private static async Task<IResult> ReceiptAsync(AttemptRequest request, IGrainFactory grains)
    {
        if (await ProvenAsync(request.Attempt, grains) is not { } space)
        {
            return Refusals.Answer(SignInRefusals.Refused);
        }

        using var holder = CallerContext.Become(new Caller.Holder(space));
        var life = await grains.GetGrain<ISpaceGrain>(space.Value).Life();
        return !life.Accepted ? Refusals.Answer(life.Refusal)
            : life.Value.Receipts.FirstOrDefault(receipt => receipt.Decision is LifeDecision.Opposition) is { } receipt ? Results.Ok(receipt)
            : Refusals.Answer(SpaceRefusals.NotOpposed);
    }

    private static async Task<IResult> LiftAsync(AttemptRequest request, IGrainFactory grains)
    {
        if (await ProvenAsync(request.Attempt, grains) is not { } space)
        {
            return Refusals.Answer(SignInRefusals.Refused);
        }

        using var holder = CallerContext.Become(new Caller.Holder(space));
        var lifted = await grains.GetGrain<ISpaceGrain>(space.Value).LiftOpposition(Envelope.Once(), new LiftOpposition());
        return lifted.Accepted ? Results.NoContent() : Refusals.Answer(lifted.Refusal);
    }

    // Only what can be a token of ours becomes the key of a grain.
    private static async Task<SpaceId?> ProvenAsync(string? token, IGrainFactory grains)
    {
        using var acting = CallerContext.Become(new Caller.Platform("opposition"));
        return token is { Length: TokenLength } && token.All(char.IsAsciiHexDigitLower)
            && await grains.GetGrain<IActivationGrain>(token).Who() is { Accepted: true, Value: { Proven: true, Person: { } person } }
                ? person.Space
                : null;
    }

    private sealed record AttemptRequest(string? Attempt);
}
