using MonEspaceSante.Domain.Identity;

namespace MonEspaceSante.Domain.Access;

/// <summary>Who may consult, since when and until when. Governs consultation only: feeding needs no authorisation (PDSm for DMP, TD0.2).</summary>
/// <param name="Subject">Who.</param>
/// <param name="Name">Their name when it was given.</param>
/// <param name="Basis">What the professional stated.</param>
/// <param name="Since">From.</param>
/// <param name="Until">To, excluded.</param>
/// <param name="CollectedBy">The member of the care team who collected the consent for a colleague; none where they stated it themselves.</param>
public sealed record Authorisation(
    AccessSubject Subject, string Name, ConsentDeclaration Basis, DateTimeOffset Since, DateTimeOffset Until, ProfessionalId? CollectedBy = null)
{
    /// <summary>How long an authorisation lasts unless the holder shortens it: one year (esante.gouv.fr, DMP note of 2010).</summary>
    public const int Years = 1;

    /// <summary>Whether it holds at <paramref name="at"/>.</summary>
    public bool HoldsAt(DateTimeOffset at) => Since <= at && at < Until;
}

/// <summary>Somebody the holder shuts out of ordinary access.</summary>
/// <param name="Id">Identity of the block, for lifting it.</param>
/// <param name="Subject">Who.</param>
/// <param name="Since">Since when.</param>
/// <param name="By">The doctor who did it for the holder: administrator or attending; none where the holder did.</param>
public sealed record Block(Guid Id, AccessSubject Subject, DateTimeOffset Since, ProfessionalId? By = null);

/// <summary>What the holder has chosen for everyone.</summary>
/// <param name="HideNewDocuments">New documents are hidden from professionals.</param>
/// <param name="RegulationCentre">The emergency call centre may come in (purpose ETREAT).</param>
/// <param name="BreakGlass">Other professionals may come in in an emergency (purpose BTG).</param>
/// <param name="HiddenInEmergency">In an emergency, hidden documents are opened too (purpose MASKED).</param>
public sealed record PrivacyChoices(bool HideNewDocuments, bool RegulationCentre, bool BreakGlass, bool HiddenInEmergency)
{
    /// <summary>
    /// Until the holder has chosen: the law lets emergencies in unless the person has objected (L. 1111-17 I);
    /// hidden documents stay hidden, the least disclosing choice.
    /// </summary>
    public static PrivacyChoices Unexpressed { get; } = new(false, true, true, false);
}
