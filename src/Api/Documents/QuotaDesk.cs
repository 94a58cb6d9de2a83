using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Quotas;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Callers;
using MonEspaceSante.Grains.Quotas;

namespace MonEspaceSante.Api.Documents;

/// <summary>Asks the caller's own grain, before any space: one stolen identity must not walk through thousands of patients.</summary>
internal sealed class QuotaDesk(IGrainFactory grains, CallerDigests digests)
{
    private static readonly Outcome<Done> Free = Done.Answer;

    /// <summary>May <paramref name="caller"/> read in <paramref name="space"/>, as far as their own activity goes?</summary>
    public async ValueTask<Outcome<Done>> ReadAsync(Caller caller, SpaceId space, AccessContext context) => caller is Caller.Professional professional
        ? await grains.GetGrain<IProfessionalGrain>(await digests.OfAsync(professional.Id))
            .Touch(new Visit(space, professional.Profession, context.Mode, context.Reason?.Trim().Length >= AccessContext.ShortestReason))
        : Free;

    /// <summary>Tells that <paramref name="caller"/> found nothing that they may see.</summary>
    public async ValueTask RefusedAsync(Caller caller)
    {
        if (caller is Caller.Professional professional)
        {
            await grains.GetGrain<IProfessionalGrain>(await digests.OfAsync(professional.Id)).Refused(professional.Profession);
        }
    }

    /// <summary>May <paramref name="caller"/> feed <paramref name="space"/>, as far as their own activity goes?</summary>
    public async ValueTask<Outcome<Done>> FeedAsync(Caller caller, SpaceId space) => caller is Caller.Organisation organisation
        ? await grains.GetGrain<IStructureGrain>(await digests.OfAsync(organisation.Id)).Touch(new Visit(space, null, AccessMode.Normal, Reasoned: false))
        : Free;
}
