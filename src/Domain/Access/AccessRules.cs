using MonEspaceSante.Domain.Documents;
using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Proxies;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Access;

/// <summary>What the decision function decided, and by which rule.</summary>
/// <param name="Allowed">Yes or no.</param>
/// <param name="Reason">The rule.</param>
/// <param name="Warn">The professional must be warned that the holder, or their representatives, cannot see the document (EX_3.2-1025).</param>
public readonly record struct AccessVerdict(bool Allowed, AccessReason Reason, bool Warn = false)
{
    /// <summary>How far a carer's access goes, where the holder has narrowed it.</summary>
    internal CarerRights? Narrowed { get; init; }

    internal static AccessVerdict Yes(AccessReason reason, bool warn = false) => new(true, reason, warn);

    internal static AccessVerdict No(AccessReason reason) => new(false, reason);
}

/// <summary>
/// The decision function: who may come into a space, and see which of its documents. Pure, and the only place where that is decided.
/// </summary>
/// <remarks>Order of the rules: domain facts, access-rights section 7. Deny by default. Feeding is decided by <see cref="FeedingRules"/>.</remarks>
public static class AccessRules
{
    /// <summary>The version of the rules, written into every trace.</summary>
    public const string Version = "2026-11.2";

    /// <summary>May <paramref name="caller"/> come into <paramref name="space"/> at <paramref name="at"/>?</summary>
    public static AccessVerdict Enter(Space space, Caller caller, AccessContext context, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(space);
        return caller switch
        {
            Caller.Holder or Caller.Representative or Caller.Carer => CitizenRules.Enter(space, caller, at),
            Caller.Professional professional => ProfessionalRules.Enter(space, professional, context, at),
            // Indirect authentication that identifies nobody may feed, not read (identity, section 4).
            Caller.Organisation => AccessVerdict.No(AccessReason.NobodyIdentified),
            // CPE cards feed, they do not consult (PDSm for DMP, TD3.1b).
            Caller.Staff => AccessVerdict.No(AccessReason.NotAProfessional),
            // Security, rule 18: no component reads health data.
            Caller.Platform => AccessVerdict.No(AccessReason.NotAPerson),
            _ => throw new ArgumentOutOfRangeException(nameof(caller), caller.GetType().Name, "No such caller."),
        };
    }

    /// <summary>May <paramref name="caller"/>, who has come in by <paramref name="entered"/>, see <paramref name="document"/>?</summary>
    public static AccessVerdict See(Space space, Caller caller, AccessContext context, AccessVerdict entered, DocumentSheet document, AccessMatrix matrix) =>
        !entered.Allowed ? entered
        // Deletion is logical, and hides from everybody (TD3.3c).
        : document.Status is DocumentStatus.Deleted ? AccessVerdict.No(AccessReason.Deleted)
        : caller is Caller.Professional professional ? ProfessionalRules.See(space, professional, context, document, matrix)
        : CitizenRules.See(entered, document);
}
