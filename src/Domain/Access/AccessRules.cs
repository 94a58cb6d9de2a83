using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Access;

/// <summary>What the decision function decided, and by which rule.</summary>
/// <param name="Allowed">Yes or no.</param>
/// <param name="Reason">The rule.</param>
/// <param name="Warn">The professional must be warned that the holder, or their representatives, cannot see the document (EX_3.2-1025).</param>
public readonly record struct AccessVerdict(bool Allowed, AccessReason Reason, bool Warn = false);

/// <summary>
/// The decision function: who may come into a space, and see which of its documents. Pure, and the only place where that is decided.
/// </summary>
/// <remarks>Order of the rules: domain facts, access-rights section 7. Deny by default.</remarks>
public static class AccessRules
{
    /// <summary>The version of the rules, written into every trace.</summary>
    public const string Version = "2026-11.1";

    // TRE_G15.
    private const string Doctor = "10";

    /// <summary>May <paramref name="caller"/> come into <paramref name="space"/> at <paramref name="at"/>?</summary>
    public static AccessVerdict Enter(Space space, Caller caller, AccessContext context, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(space);
        return caller switch
        {
            Caller.Holder holder when holder.Space != space.Id => No(AccessReason.NotTheirSpace),
            Caller.Holder => space.StatusAt(at) is SpaceStatus.Activated ? Yes(AccessReason.OwnSpace) : No(AccessReason.SpaceNotOpen),
            Caller.Organisation => No(AccessReason.NobodyIdentified),
            Caller.Staff => No(AccessReason.NotAProfessional),
            Caller.Platform => No(AccessReason.NotAPerson),
            Caller.Professional when !space.IsOpenAt(at) => No(AccessReason.SpaceNotOpen),
            Caller.Professional professional => context.Mode switch
            {
                AccessMode.Normal => EnterNormally(space, professional, context, at),
                AccessMode.BreakGlass => BreakGlass(space, context),
                AccessMode.RegulationCentre => EnterFromRegulationCentre(space, professional),
                _ => throw new ArgumentOutOfRangeException(nameof(context), context.Mode, "No such access mode."),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(caller), caller.GetType().Name, "No such caller."),
        };
    }

    /// <summary>May <paramref name="caller"/>, who has come in by <paramref name="entered"/>, see <paramref name="document"/>?</summary>
    public static AccessVerdict See(Space space, Caller caller, AccessContext context, AccessVerdict entered, DocumentSheet document, AccessMatrix matrix)
    {
        if (!entered.Allowed)
        {
            return entered;
        }

        if (document.Status is DocumentStatus.Deleted)
        {
            return No(AccessReason.Deleted);
        }

        return caller switch
        {
            Caller.Holder => document.Draft.Labels.HasFlag(Labels.WithheldFromHolder) ? No(AccessReason.WithheldFromHolder) : Yes(AccessReason.OwnSpace),
            Caller.Professional professional => SeeAsProfessional(space, professional, context, document, matrix),
            _ => No(AccessReason.NotAProfessional),
        };
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

    private static AccessVerdict BreakGlass(Space space, AccessContext context) =>
        !space.Choices.BreakGlass ? No(AccessReason.GlassRefused)
        : context.Reason?.Trim().Length >= AccessContext.ShortestReason ? Yes(AccessReason.GlassBroken)
        : No(AccessReason.GlassWithoutReason);

    // L. 1111-17 I lets the regulating doctor in, nobody else of the centre.
    private static AccessVerdict EnterFromRegulationCentre(Space space, Caller.Professional professional) =>
        professional is not { Profession: Doctor, Structure.RegulationCentre: true } ? No(AccessReason.NotARegulationCentre)
        : space.Choices.RegulationCentre ? Yes(AccessReason.RegulationCentre)
        : No(AccessReason.RegulationCentreRefused);

    private static AccessVerdict SeeAsProfessional(
        Space space, Caller.Professional professional, AccessContext context, DocumentSheet document, AccessMatrix matrix)
    {
        var warn = (document.Draft.Labels & (Labels.WithheldFromHolder | Labels.WithheldFromGuardians)) != 0;

        // R. 1111-49: hiding never hides from who deposited the document.
        if (document.Depositor.Professional == professional.Id
            || (professional.Structure is { } structure && document.Depositor.Structure == structure.Id))
        {
            return Yes(AccessReason.OwnDeposit, warn);
        }

        if (space.IsAttendingDoctor(professional))
        {
            return Yes(AccessReason.AttendingDoctor, warn);
        }

        var opened = false;
        if (document.Draft.Labels.HasFlag(Labels.HiddenFromProfessionals))
        {
            if (context.Mode is AccessMode.Normal || !space.Choices.HiddenInEmergency)
            {
                return No(AccessReason.Hidden);
            }

            opened = true;
        }

        return !matrix.Reads(professional.Profession, document.Draft.Type) ? No(AccessReason.OutsideMatrix)
            : Yes(opened ? AccessReason.HiddenOpenedInEmergency : AccessReason.WithinMatrix, warn);
    }

    private static AccessVerdict Yes(AccessReason reason, bool warn = false) => new(true, reason, warn);

    private static AccessVerdict No(AccessReason reason) => new(false, reason);
}
