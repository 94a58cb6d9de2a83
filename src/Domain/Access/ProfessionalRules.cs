using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;
using static MonEspaceSante.Domain.Access.AccessVerdict;

namespace MonEspaceSante.Domain.Access;

/// <summary>The decision for health professionals (access rights, sections 1 to 4, in the order of section 7).</summary>
internal static class ProfessionalRules
{
    public static AccessVerdict Enter(Space space, Caller.Professional professional, AccessContext context, DateTimeOffset at)
    {
        // L. 1111-18 and section 1: insurers and mutuals never, whatever the person has agreed to.
        if (professional.Structure is { Sector: Sector.Insurance })
        {
            return No(AccessReason.Insurer);
        }

        // EX_AIR-085: the structure answers for who acts, hence only for who acts in it.
        if (!professional.IsVouchedAtWork)
        {
            return No(AccessReason.VouchedElsewhere);
        }

        if (space.IsOpenAt(at))
        {
            return EnterOpen(space, professional, context, at);
        }

        // Domain facts, lifecycle section 1: the old record of an opposed person stays, for who might have come in, during a transition.
        return !space.ShowsOldRecordAt(at) ? No(AccessReason.SpaceNotOpen)
            : EnterOpen(space, professional, context, at) is { Allowed: false } refused ? refused
            : Yes(AccessReason.OldRecord);
    }

    private static AccessVerdict EnterOpen(Space space, Caller.Professional professional, AccessContext context, DateTimeOffset at)
    {
        // In every mode: an emergency at work is for the call centre.
        if (professional.IsInOccupationalHealth)
        {
            return EnterFromOccupationalHealth(space, professional, at);
        }

        return context.Mode switch
        {
            AccessMode.Normal => EnterNormally(space, professional, context, at),
            AccessMode.BreakGlass => BreakGlass(space, context),
            AccessMode.RegulationCentre => EnterFromRegulationCentre(space, professional),
            _ => throw new ArgumentOutOfRangeException(nameof(context), context.Mode, "No such access mode."),
        };
    }

    public static AccessVerdict See(Space space, Caller.Professional professional, AccessContext context, DocumentSheet document, AccessMatrix matrix)
    {
        var labels = document.Draft.Labels;
        var warn = (labels & (Labels.WithheldFromHolder | Labels.WithheldFromGuardians)) != 0;

        if (space.OpposedAt is not null && !space.IsOfOldRecord(document))
        {
            return No(AccessReason.SpaceNotOpen);
        }

        // R. 1111-49: hiding never hides from who deposited the document, nor, section 4, from its author.
        if (IsDepositor(document.Depositor, professional))
        {
            return Yes(AccessReason.OwnDeposit, warn);
        }

        if (IsAuthor(document, professional.Id))
        {
            return Yes(AccessReason.Author, warn);
        }

        if (space.IsAttendingDoctor(professional))
        {
            return Yes(AccessReason.AttendingDoctor, warn);
        }

        var because = labels.HasFlag(Labels.HiddenFromProfessionals) ? SeeHidden(space, professional, context) : AccessReason.WithinMatrix;
        return because is AccessReason.Hidden ? No(because)
            : matrix.Reads(professional.Profession, document.Draft.Type) ? Yes(because, warn)
            : No(AccessReason.OutsideMatrix);
    }

    private static AccessVerdict EnterNormally(Space space, Caller.Professional professional, AccessContext context, DateTimeOffset at)
    {
        // A block shuts out of ordinary access whatever else holds; emergencies have their own consents below.
        if (space.IsBlocked(professional))
        {
            return No(AccessReason.Blocked);
        }

        if (space.IsAttendingDoctor(professional))
        {
            return Yes(AccessReason.AttendingDoctor);
        }

        // Section 3, and L. 1110-12, 2°: named by the person, they are of their care team.
        if (space.IsNamed(NamedRole.Administrator, professional))
        {
            return Yes(AccessReason.Administrator);
        }

        if (space.IsNamed(NamedRole.ReferentMidwife, professional) || space.IsNamed(NamedRole.CorrespondentPharmacist, professional))
        {
            return Yes(AccessReason.NamedByHolder);
        }

        if (space.AuthorisationOf(professional, at) is not null)
        {
            return Yes(AccessReason.Authorised);
        }

        return context.Declaration switch
        {
            ConsentDeclaration.Declared => Yes(AccessReason.ConsentDeclared),
            ConsentDeclaration.CareTeam => Yes(AccessReason.CareTeamDeclared),
            _ => No(AccessReason.NotAuthorised),
        };
    }

    // L. 1111-17 IV: the doctor, with the person's express consent. A consent that the doctor states is not one.
    private static AccessVerdict EnterFromOccupationalHealth(Space space, Caller.Professional professional, DateTimeOffset at) =>
        space.IsBlocked(professional) ? No(AccessReason.Blocked)
        : professional.IsDoctor && space.AuthorisationOn(AccessSubject.Of(professional.Id)) is { Basis: ConsentDeclaration.None } named && named.HoldsAt(at)
            ? Yes(AccessReason.OccupationalConsent)
            : No(AccessReason.OccupationalWithoutConsent);

    private static AccessVerdict BreakGlass(Space space, AccessContext context) =>
        !space.Choices.BreakGlass ? No(AccessReason.GlassRefused)
        : context.Reason.AsSpan().Trim().Length >= AccessContext.ShortestReason ? Yes(AccessReason.GlassBroken)
        : No(AccessReason.GlassWithoutReason);

    // L. 1111-17 I lets the regulating doctor in, nobody else of the centre.
    private static AccessVerdict EnterFromRegulationCentre(Space space, Caller.Professional professional) =>
        professional is not { IsDoctor: true, Structure.RegulationCentre: true } ? No(AccessReason.NotARegulationCentre)
        : space.Choices.RegulationCentre ? Yes(AccessReason.RegulationCentre)
        : No(AccessReason.RegulationCentreRefused);

    // Section 4, MASQUE_PS.
    private static AccessReason SeeHidden(Space space, Caller.Professional professional, AccessContext context) =>
        space.IsNamed(NamedRole.Administrator, professional) ? AccessReason.Administrator
        : context.Mode is not AccessMode.Normal && !professional.IsInOccupationalHealth && space.Choices.HiddenInEmergency
            ? AccessReason.HiddenOpenedInEmergency
            : AccessReason.Hidden;

    private static bool IsDepositor(Depositor depositor, Caller.Professional professional) =>
        depositor.Professional == professional.Id
        || (professional.Structure is { } structure && depositor.Structure == structure.Id);

    // What a patient writes about the authors of a paper of their own gives nobody a right.
    private static bool IsAuthor(DocumentSheet document, ProfessionalId professional)
    {
        if (document.Depositor.Holder)
        {
            return false;
        }

        var authors = document.Draft.Authors;
        for (var i = 0; i < authors.Count; i++)
        {
            if (authors[i].Id == professional)
            {
                return true;
            }
        }

        return false;
    }
}
