using MonEspaceSante.Domain.Access;
using MonEspaceSante.Domain.Documents;

namespace MonEspaceSante.Domain.Tests.Access;

/// <summary>What kind of caller asks.</summary>
public enum Who
{
    Holder,
    HolderOfAnotherSpace,
    Parent,
    Guardian,
    SomebodyElsesParent,
    ParentInAnotherSpace,
    Carer,
    CarerOfOneCategory,
    CarerToBe,
    FormerCarer,
    SomebodyElsesCarer,
    CarerInAnotherSpace,
    Professional,
    Staff,
    Organisation,
    Platform,
}

/// <summary>How old the holder is; a minor whom a professional visits is visited in secret connection.</summary>
public enum Age
{
    Adult,
    Minor,
}

/// <summary>Where the space is in its life.</summary>
public enum Life
{
    NobodyWasTold,
    InTheSixWeeks,
    Opposed,
    OpenedBySilence,
    Activated,
    Closed,
    Deceased,
    OpposedWithOldRecord,
    OpposedTooLongAgo,
    Suspended,
    SuspendedAndSilent,
    InDeletion,
    Erased,
}

/// <summary>What stands between the holder and the professional. "Structure" is the clinic: it matters only to who works there.</summary>
public enum Relation
{
    None,
    AttendingDoctor,
    Administrator,
    ReferentMidwife,
    CorrespondentPharmacist,
    Authorised,
    AuthorisedByTheirOwnWord,
    StructureAuthorised,
    AuthorisationExpired,
    Blocked,
    StructureBlocked,
    AttendingDoctorBlocked,
    AdministratorOfBlockedStructure,
    AuthorisedThenBlocked,
    AuthorisedButStructureBlocked,
    AttendingDoctorAuthorised,
    AdministratorAuthorised,
}

/// <summary>Where the professional works.</summary>
public enum Works
{
    Alone,
    AtTheClinic,
    AtTheSamu,
    InOccupationalHealth,
    AloneAsOccupationalDoctor,
    AtTheSamuThoughOccupationalDoctor,
    AtTheInsurer,
}

/// <summary>By whose certificate the professional comes.</summary>
public enum Proof
{
    Own,
    OfWhereTheyWork,
    OfAnotherStructure,
}

/// <summary>Who deposited the document, or wrote it.</summary>
public enum DepositedBy
{
    SomebodyElse,
    TheAsker,
    TheClinic,
    TheHolder,
    SomebodyElseForTheAsker,
    TheHolderWhoNamesTheAsker,
}

/// <summary>Who asks, and how.</summary>
public readonly record struct Visit(
    Who Who, Life Life, Age Age, Relation Relation, Works Works, Proof Proof, string Profession,
    AccessMode Mode, bool ReasonGiven, ConsentDeclaration Declaration, bool SamuConsent, bool GlassConsent, bool MaskedConsent);

/// <summary>What is asked for.</summary>
public readonly record struct Paper(string Type, Labels Labels, DepositedBy By, bool Deleted, bool OfOldRecord);
