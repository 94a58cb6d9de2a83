namespace MonEspaceSante.Domain.Access;

/// <summary>The rule that decided. Written into every trace by its name: never rename one, never give one another meaning.</summary>
public enum AccessReason
{
    /// <summary>The holder in their own space.</summary>
    OwnSpace,

    /// <summary>The space of somebody else.</summary>
    NotTheirSpace,

    /// <summary>The space is not open: not yet, no longer, or opposed.</summary>
    SpaceNotOpen,

    /// <summary>The holder's attending doctor sees everything.</summary>
    AttendingDoctor,

    /// <summary>An authorisation holds.</summary>
    Authorised,

    /// <summary>The professional states to have the consent (R. 1111-46).</summary>
    ConsentDeclared,

    /// <summary>The professional states to belong to the care team (L. 1110-12, R. 1111-46).</summary>
    CareTeamDeclared,

    /// <summary>No authorisation, nothing stated.</summary>
    NotAuthorised,

    /// <summary>Blocked by the holder (R. 1111-46).</summary>
    Blocked,

    /// <summary>The emergency call centre, with the holder's standing consent.</summary>
    RegulationCentre,

    /// <summary>The emergency call centre, against the holder's choice.</summary>
    RegulationCentreRefused,

    /// <summary>Not a doctor of an emergency call centre.</summary>
    NotARegulationCentre,

    /// <summary>The glass was broken, with the holder's standing consent.</summary>
    GlassBroken,

    /// <summary>The glass may not be broken: the holder's choice.</summary>
    GlassRefused,

    /// <summary>The glass may not be broken without a reason.</summary>
    GlassWithoutReason,

    /// <summary>An organisation without an identified person reads nothing.</summary>
    NobodyIdentified,

    /// <summary>Personnel without a professional number reads nothing.</summary>
    NotAProfessional,

    /// <summary>Components of the platform read nothing.</summary>
    NotAPerson,

    /// <summary>The author or the structure that deposited the document sees it (R. 1111-49).</summary>
    OwnDeposit,

    /// <summary>The profession reads this type of document.</summary>
    WithinMatrix,

    /// <summary>The profession does not read this type of document.</summary>
    OutsideMatrix,

    /// <summary>The holder has hidden the document from professionals.</summary>
    Hidden,

    /// <summary>A hidden document, opened in an emergency with the holder's standing consent.</summary>
    HiddenOpenedInEmergency,

    /// <summary>The document is withheld from the holder for the time being.</summary>
    WithheldFromHolder,

    /// <summary>The document was deleted.</summary>
    Deleted,

    /// <summary>The login of a minor, whose representatives keep it: it shows what they see.</summary>
    MinorsOwnSpace,

    /// <summary>A legal representative of the holder.</summary>
    Representative,

    /// <summary>Not, or no longer, a legal representative of the holder.</summary>
    NotARepresentative,

    /// <summary>A carer, by delegation.</summary>
    Carer,

    /// <summary>No delegation holds: none, not yet, or ended.</summary>
    NotACarer,

    /// <summary>The document is withheld from legal representatives.</summary>
    WithheldFromGuardians,

    /// <summary>An administrator doctor, named by the holder: comes in, and sees hidden documents.</summary>
    Administrator,

    /// <summary>The referent midwife or correspondent pharmacist, named by the holder.</summary>
    NamedByHolder,

    /// <summary>A professional who is an author of the document sees it.</summary>
    Author,

    /// <summary>Insurers and mutuals never come in.</summary>
    Insurer,

    /// <summary>An occupational doctor whom the holder has authorised by name.</summary>
    OccupationalConsent,

    /// <summary>Occupational health, without the holder's consent to this doctor by name.</summary>
    OccupationalWithoutConsent,

    /// <summary>Another structure than the one they work in vouches for the professional.</summary>
    VouchedElsewhere,

    /// <summary>The person has objected to the space; what their old record (DMP) held stays readable during a transition.</summary>
    OldRecord,

    /// <summary>A representative or a carer, in what they may not do for the holder.</summary>
    BeyondProxy,

    /// <summary>An agent of a counter helped the holder, and was shown nothing.</summary>
    CounterHelp,
}
