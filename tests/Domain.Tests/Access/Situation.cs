using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;

namespace MonEspaceSante.Domain.Tests.Access;

/// <summary>What kind of caller asks.</summary>
public enum Who
{
    Holder,
    HolderOfAnotherSpace,
    Professional,
    Staff,
    Organisation,
    Platform,
}

/// <summary>Where the space is in its life.</summary>
public enum Life
{
    NobodyWasTold,
    InTheSixWeeks,
    Opposed,
    OpenedBySilence,
    Activated,
}

/// <summary>What stands between the holder and the professional. "Structure" is the clinic: it matters only to who works there.</summary>
public enum Relation
{
    None,
    AttendingDoctor,
    Authorised,
    StructureAuthorised,
    AuthorisationExpired,
    Blocked,
    StructureBlocked,
    AttendingDoctorBlocked,
    AuthorisedThenBlocked,
    AuthorisedButStructureBlocked,
}

/// <summary>Where the professional works.</summary>
public enum Works
{
    Alone,
    AtTheClinic,
    AtTheSamu,
}

/// <summary>Who deposited the document.</summary>
public enum DepositedBy
{
    SomebodyElse,
    TheAsker,
    TheClinic,
    TheHolder,
}

/// <summary>Who asks, and how.</summary>
public readonly record struct Visit(
    Who Who, Life Life, Relation Relation, Works Works, string Profession,
    AccessMode Mode, bool ReasonGiven, ConsentDeclaration Declaration, bool SamuConsent, bool GlassConsent, bool MaskedConsent);

/// <summary>What is asked for.</summary>
public readonly record struct Paper(string Type, Labels Labels, DepositedBy By, bool Deleted);
