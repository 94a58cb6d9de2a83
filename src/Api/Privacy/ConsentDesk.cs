using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;
using MonEspaceSante.Fhir.Consents;
using MonEspaceSante.Grains.Journals;
using MonEspaceSante.Grains.Spaces;

namespace MonEspaceSante.Api.Privacy;

/// <summary>The holder's settings of access, told and changed as consents: each change is the command that the privacy routes send.</summary>
internal sealed class ConsentDesk(IGrainFactory grains, TimeProvider time)
{
    /// <summary>All consents of the holder of <paramref name="space"/>, for who may know them.</summary>
    public async Task<Outcome<IReadOnlyList<HolderConsent>>> AllAsync(SpaceId space)
    {
        var privacy = await Space(space).Privacy();
        return privacy.Accepted
            ? HolderConsent.Of(space, privacy.Value.Choices, privacy.Value.Authorisations, privacy.Value.Blocks, time.GetUtcNow()).ToArray()
            : privacy.Refusal;
    }

    /// <summary>One of them.</summary>
    public async Task<Outcome<HolderConsent>> FindAsync(SpaceId space, Guid id)
    {
        var all = await AllAsync(space);
        return !all.Accepted ? all.Refusal : all.Value.FirstOrDefault(consent => consent.Id == id) ?? (Outcome<HolderConsent>)ConsentRefusals.Unknown;
    }

    /// <summary>A professional or a structure is let in, or shut out.</summary>
    public async Task<Outcome<HolderConsent>> CreateAsync(SpaceId space, Envelope envelope, WantedConsent wanted)
    {
        if (wanted is not { Active: true, Subject: { } subject })
        {
            return ConsentRefusals.NobodyNamed;
        }

        if (Fault(wanted) is { } fault)
        {
            return fault;
        }

        var refusal = wanted.Permits
            ? (await Space(space).Authorise(envelope, new(subject, wanted.Name, wanted.Until))).Refusal
            : (await Space(space).Block(envelope, new(subject))).Refusal;
        return refusal ?? await AboutAsync(space, subject, wanted.Permits);
    }

    /// <summary>The consent <paramref name="id"/> becomes what is wanted; one that is taken back is told as inactive, and stands no longer.</summary>
    public async Task<Outcome<HolderConsent>> UpdateAsync(SpaceId space, Guid id, WantedConsent wanted)
    {
        var found = await FindAsync(space, id);
        if (!found.Accepted || Fault(wanted) is not null)
        {
            return found.Refusal ?? Fault(wanted)!;
        }

        var standing = found.Value;
        return standing.Kind switch
        {
            ConsentKind.Authorisation or ConsentKind.Block when standing.Subject != wanted.Subject || standing.Permits != wanted.Permits => ConsentRefusals.OtherConsent,
            ConsentKind.Authorisation => await ReauthoriseAsync(space, standing, wanted),
            ConsentKind.Block => wanted.Active ? standing : Taken(await Space(space).LiftBlock(Envelope.Once(), new(id)), standing with { Active = false }),
            _ => await ChooseAsync(space, standing, wanted),
        };
    }

    private async Task<Outcome<HolderConsent>> ReauthoriseAsync(SpaceId space, HolderConsent standing, WantedConsent wanted)
    {
        var subject = standing.Subject!.Value;
        if (!wanted.Active)
        {
            return Taken(await Space(space).Withdraw(Envelope.Once(), new WithdrawAuthorisation(subject)), standing with { Active = false });
        }

        var renewed = await Space(space).Authorise(Envelope.Once(), new(subject, wanted.Name.Length > 0 ? wanted.Name : standing.Name ?? "", wanted.Until));
        return renewed.Accepted ? await FindAsync(space, standing.Id) : renewed.Refusal;
    }

    private async Task<Outcome<HolderConsent>> ChooseAsync(SpaceId space, HolderConsent standing, WantedConsent wanted)
    {
        if (!wanted.Active || wanted.Subject is not null)
        {
            return wanted.Active ? ConsentRefusals.OtherConsent : ConsentRefusals.AlwaysChosen;
        }

        var privacy = await Space(space).Privacy();
        if (!privacy.Accepted)
        {
            return privacy.Refusal;
        }

        var (choices, permits) = (privacy.Value.Choices, wanted.Permits);
        var chosen = standing.Kind switch
        {
            ConsentKind.RegulationCentre => choices with { RegulationCentre = permits },
            ConsentKind.BreakGlass => choices with { BreakGlass = permits },
            ConsentKind.HiddenInEmergency => choices with { HiddenInEmergency = permits },
            _ => throw new ArgumentOutOfRangeException(nameof(standing), standing.Kind, "Not a choice for emergencies."),
        };
        return Taken(await Space(space).Choose(Envelope.Once(), new(chosen)), standing with { Permits = permits });
    }

    private async Task<Outcome<HolderConsent>> AboutAsync(SpaceId space, AccessSubject subject, bool permits)
    {
        var all = await AllAsync(space);
        return all.Accepted ? all.Value.First(consent => consent.Subject == subject && consent.Permits == permits) : all.Refusal;
    }

    private Refusal? Fault(WantedConsent wanted) => wanted.From > time.GetUtcNow() ? ConsentRefusals.BeginsLater.At("Consent.provision.period.start") : null;

    private ISpaceGrain Space(SpaceId space) => grains.GetGrain<ISpaceGrain>(space.Value);

    private static Outcome<HolderConsent> Taken(Outcome<Done> outcome, HolderConsent consent) => outcome.Accepted ? consent : outcome.Refusal;
}
