using MonEspaceSante.Api.Http;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Identity;

namespace MonEspaceSante.Api.Insurers;

/// <summary>Two numbers that are of one person, as the insurer has established.</summary>
/// <param name="Matricule">The number that is kept.</param>
/// <param name="Double">The number that is the double.</param>
internal sealed record DoubleLine(string? Matricule, string? Double);

/// <content>Two spaces of one person.</content>
internal sealed partial class InsurerDesk
{
    /// <summary>Joins what <paramref name="line"/> names; sent again, it goes on where it was broken off, and otherwise changes nothing.</summary>
    public async Task<IResult> JoinAsync(HttpContext context, DoubleLine line)
    {
        if (!IsInsurer(context))
        {
            return Refusals.Answer(SpaceRefusals.OnlyTheInsurer);
        }

        using var acting = CallerContext.Become(Component);
        var (kept, twin) = (await KeyAsync(line.Matricule, "matricule"), await KeyAsync(line.Double, "double"));
        if ((kept.Refusal ?? twin.Refusal) is { } wrong)
        {
            return Refusals.Answer(wrong);
        }

        var joined = await grains.Join(kept.Value, twin.Value);
        return joined.Accepted ? Results.NoContent() : Refusals.Answer(joined.Refusal);
    }
}
