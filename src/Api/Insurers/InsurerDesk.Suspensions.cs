using MonEspaceSante.Api.Http;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Insurers;

/// <summary>A suspension that the insurer has decided (R. 1111-36), or its end.</summary>
/// <param name="Matricule">Whose space.</param>
/// <param name="Ground">Why it is suspended; not looked at where the suspension is lifted.</param>
/// <param name="Lifted">It is lifted.</param>
internal sealed record SuspensionLine(string? Matricule, SuspensionGround? Ground, bool Lifted = false);

/// <content>Suspensions of spaces.</content>
internal sealed partial class InsurerDesk
{
    /// <summary>Takes in <paramref name="line"/>; sent again, it changes nothing.</summary>
    public async Task<IResult> SuspendAsync(HttpContext context, SuspensionLine line)
    {
        if (!IsInsurer(context))
        {
            return Refusals.Answer(SpaceRefusals.OnlyTheInsurer);
        }

        using var acting = CallerContext.Become(Component);
        var person = await FindAsync(line.Matricule, "matricule");
        if (!person.Accepted)
        {
            return Refusals.Answer(person.Refusal);
        }

        var settled = await SettleAsync(grains.GetGrain<ISpaceGrain>(person.Value.Space.Value), line);
        return settled.Accepted ? Results.NoContent() : Refusals.Answer(settled.Refusal);
    }

    private static async Task<Outcome<Done>> SettleAsync(ISpaceGrain space, SuspensionLine line) =>
        line.Lifted ? await space.LiftSuspension(Envelope.Once(), new LiftSuspension())
        : line.Ground is { } ground ? await space.Suspend(Envelope.Once(), new SuspendSpace(ground))
        : SpaceRefusals.GroundMissing.At("ground");
}
