using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Fhir.Consents;

/// <summary>One decision of the holder on who may come in, as FHIR tells it: a Consent.</summary>
/// <param name="Id">Its identity in the space.</param>
/// <param name="Kind">What it decides.</param>
/// <param name="Permits">Whether it lets in or keeps out.</param>
/// <param name="Active">Whether it holds now.</param>
/// <param name="Subject">Whom it is about; none where it is about everybody.</param>
/// <param name="Name">Their name, as far as it was given.</param>
/// <param name="Since">Since when, where that is kept.</param>
/// <param name="Until">To when, excluded; none where it has no end.</param>
public sealed record HolderConsent(
    Guid Id, ConsentKind Kind, bool Permits, bool Active, AccessSubject? Subject = null, string? Name = null, DateTimeOffset? Since = null,
    DateTimeOffset? Until = null)
{
    /// <summary>All that a holder has decided: the three choices for emergencies, then authorisations, then blocks.</summary>
    /// <param name="space">Whose.</param>
    /// <param name="choices">What they chose for everyone.</param>
    /// <param name="authorisations">Whom they let in, ended terms included.</param>
    /// <param name="blocks">Whom they keep out.</param>
    /// <param name="at">Now.</param>
    public static IEnumerable<HolderConsent> Of(
        SpaceId space, PrivacyChoices choices, IEnumerable<Authorisation> authorisations, IEnumerable<Block> blocks, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return
        [
            Choice(space, ConsentKind.RegulationCentre, choices.RegulationCentre),
            Choice(space, ConsentKind.BreakGlass, choices.BreakGlass),
            Choice(space, ConsentKind.HiddenInEmergency, choices.HiddenInEmergency),
            .. authorisations.Select(given => new HolderConsent(
                IdOf(space, $"authorisation of {given.Subject}"), ConsentKind.Authorisation, true, given.HoldsAt(at), given.Subject, given.Name, given.Since, given.Until)),
            .. blocks.Select(block => new HolderConsent(block.Id, ConsentKind.Block, false, true, block.Subject, Since: block.Since)),
        ];
    }

    private static HolderConsent Choice(SpaceId space, ConsentKind kind, bool permits) => new(IdOf(space, kind.ToString()), kind, permits, Active: true);

    // The same for as long as the space is there, and of this space alone.
    private static Guid IdOf(SpaceId space, string what) => Ids.Of(Guid.ParseExact(space.Value, "N"), what);
}

/// <summary>What a consent of the holder decides.</summary>
public enum ConsentKind
{
    /// <summary>Somebody may consult.</summary>
    Authorisation,

    /// <summary>Somebody is shut out of ordinary access.</summary>
    Block,

    /// <summary>Emergency call centres may come in (ETREAT).</summary>
    RegulationCentre,

    /// <summary>Other professionals may come in in an emergency (BTG).</summary>
    BreakGlass,

    /// <summary>In an emergency, hidden documents are opened too (MASKED).</summary>
    HiddenInEmergency,
}
