using MonEspaceSante.Api.Http;
using MonEspaceSante.Api.Patients;
using MonEspaceSante.Api.Security;
using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Identity;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Insurers;

/// <summary>A guardianship with representation, as the insurer has checked the judge's decision.</summary>
/// <param name="Matricule">The adult under guardianship.</param>
/// <param name="Guardian">Who represents them.</param>
/// <param name="Ended">It has ended.</param>
internal sealed record GuardianLine(string? Matricule, string? Guardian, bool Ended = false);

/// <content>Who represents adults under guardianship.</content>
internal sealed partial class InsurerDesk
{
    /// <summary>Takes in <paramref name="line"/>; sent again, it changes nothing.</summary>
    public async Task<IResult> NameGuardianAsync(HttpContext context, GuardianLine line)
    {
        if (!IsInsurer(context))
        {
            return Refusals.Answer(SpaceRefusals.OnlyTheInsurer);
        }

        using var acting = CallerContext.Become(Component);
        var (person, guardian) = (await FindAsync(line.Matricule, "matricule"), await FindAsync(line.Guardian, "guardian"));
        if ((person.Refusal ?? guardian.Refusal) is { } unknown)
        {
            return Refusals.Answer(unknown);
        }

        var ((holder, sheet), (represents, who)) = (person.Value!, guardian.Value!);
        var space = grains.GetGrain<ISpaceGrain>(holder.Value);
        if (line.Ended)
        {
            var ended = await space.End(Envelope.Once(), new EndRepresentation(represents));
            return ended.Accepted || ended.Refusal == AccessRefusals.RepresentationUnknown ? Results.NoContent() : Refusals.Answer(ended.Refusal);
        }

        var named = await space.Name(
            Envelope.Once(), new NameRepresentative(sheet, represents, $"{who.FirstName} {who.BirthName}", RepresentationKind.Guardianship));
        return named.Accepted ? Results.NoContent() : Refusals.Answer(named.Refusal);
    }

    private async Task<Outcome<EnrolledPerson>> FindAsync(string? matricule, string field)
    {
        var key = await KeyAsync(matricule, field);
        if (!key.Accepted)
        {
            return key.Refusal;
        }

        var found = await grains.FindPerson(key.Value);
        return found.Accepted ? found : found.Refusal.At(field);
    }

    private async Task<Outcome<BlindKey>> KeyAsync(string? matricule, string field)
    {
        var ins = matricule?.Split('|') is [var oid, var number] ? Ins.Read(oid, number) : Ins.Read(InsAuthority.Nir, matricule);
        return ins.Accepted
            ? BlindKey.Of(ins.Value, (await keys.PurposeKeyAsync(PatientDirectory.IdentityKey, CancellationToken.None)).Span)
            : ins.Refusal.At(field);
    }
}
