using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Grains.Quotas;
using MonEspaceSante.Storage.Journals;

namespace MonEspaceSante.Api.Documents;

/// <summary>Asks the caller's own grain, before any space: one stolen identity must not walk through thousands of patients.</summary>
internal sealed class QuotaDesk(IGrainFactory grains)
{
    private static readonly Outcome<Done> Free = Done.Answer;

    /// <summary>May <paramref name="caller"/> read in <paramref name="space"/>, as far as their own activity goes?</summary>
    public Task<Outcome<Done>> ReadAsync(Caller caller, SpaceId space) => caller is Caller.Professional professional
        ? grains.GetGrain<IProfessionalGrain>(KeyOf(professional.Id.Value)).Touch(space)
        : Task.FromResult(Free);

    /// <summary>May <paramref name="caller"/> feed <paramref name="space"/>, as far as their own activity goes?</summary>
    public Task<Outcome<Done>> FeedAsync(Caller caller, SpaceId space) => caller is Caller.Organisation organisation
        ? grains.GetGrain<IStructureGrain>(KeyOf(organisation.Id.Value)).Touch(space)
        : Task.FromResult(Free);

    // Grain keys are digests: no number of a person or structure in a key.
    private static string KeyOf(string nationalId) => JournalId.Of("caller", nationalId).ToString();
}
