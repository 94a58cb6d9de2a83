using System.Text.Json.Serialization;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>What has brought a space to its end, or may: closing, deletion, suspension, erasure.</summary>
/// <param name="Closure">How it was closed, while it is.</param>
/// <param name="DeletionAskedAt">When its deletion was asked for, while it is.</param>
/// <param name="Suspension">Its suspension by the insurer, while there is one.</param>
/// <param name="Erasure">Its erasure, once decided: nothing comes back from it.</param>
/// <param name="MergedInto">The other space of the same person, which has taken this one in: it is never reopened.</param>
public sealed record SpaceEnding(
    Closure? Closure = null, DateTimeOffset? DeletionAskedAt = null, Suspension? Suspension = null, Erasure? Erasure = null,
    SpaceId? MergedInto = null)
{
    /// <summary>How long a closed space is archived (R. 1111-36): ten years, in which it can be read and reopened.</summary>
    public const int ArchiveYears = 10;

    /// <summary>
    /// After how many days a deletion that was asked for is carried out; until then it can be cancelled. The law gives three months (R. 1111-36);
    /// with the day that the erasure takes and the 35 days that backups of keys are kept (storage design, section 6) it is over after 66.
    /// </summary>
    public const int DeletionDays = 30;

    /// <summary>How long the holder has to object to a suspension before it closes the space (R. 1111-36): six weeks.</summary>
    public static readonly TimeSpan SuspensionWindow = TimeSpan.FromDays(42);

    /// <summary>
    /// For how long after an objection professionals still read what an old record (DMP) held before the person was told of the space.
    /// No source gives the length of this transition: half a year lets each of them keep what their care needs.
    /// </summary>
    public static readonly TimeSpan OldRecordTransition = TimeSpan.FromDays(183);

    /// <summary>Nothing has ended.</summary>
    public static SpaceEnding None { get; } = new();

    /// <summary>How the space stands closed at <paramref name="at"/>: as it was closed, or by the silence that followed a suspension.</summary>
    public Closure? ClosureAt(DateTimeOffset at) =>
        Closure ?? (Suspension is { ObjectedAt: null } unanswered && at >= unanswered.SilenceCloses ? unanswered.Closure : null);

    /// <summary>When a space closed by <paramref name="closure"/> is erased.</summary>
    public DateTimeOffset ErasedAfter(Closure closure) => DeletionAskedAt is { } asked ? DeletedAfter(asked) : closure.ArchivedUntil;

    /// <summary>When a deletion asked for at <paramref name="asked"/> is carried out.</summary>
    public static DateTimeOffset DeletedAfter(DateTimeOffset asked) => LegalTerm.AfterDays(asked, DeletionDays);
}

/// <summary>How a space was closed.</summary>
/// <param name="At">When.</param>
/// <param name="Motive">Why.</param>
public sealed record Closure(DateTimeOffset At, ClosingMotive Motive)
{
    /// <summary>When the archive ends (R. 1111-36).</summary>
    [JsonIgnore]
    public DateTimeOffset ArchivedUntil => LegalTerm.AfterYears(At, SpaceEnding.ArchiveYears);
}

/// <summary>Why a space was closed.</summary>
public enum ClosingMotive
{
    /// <summary>The holder, or who represents them, wanted it (R. 1111-36).</summary>
    HolderRequest,

    /// <summary>A fraudulent use, to which the holder did not answer (R. 1111-36).</summary>
    Fraud,

    /// <summary>A serious malfunction, to which the holder did not answer (R. 1111-36).</summary>
    Malfunction,

    /// <summary>The holder has died (L. 1111-13-1 IV).</summary>
    Death,

    /// <summary>It was the double of another space of the same person.</summary>
    Double,
}

/// <summary>The insurer has suspended a space (R. 1111-36): nobody comes in.</summary>
/// <param name="At">When; the six weeks run from there.</param>
/// <param name="Ground">On which ground.</param>
/// <param name="ObjectedAt">When the holder objected: the space is then not closed by itself, and stays suspended until the insurer lifts it.</param>
public sealed record Suspension(DateTimeOffset At, SuspensionGround Ground, DateTimeOffset? ObjectedAt = null)
{
    /// <summary>When silence closes the space.</summary>
    [JsonIgnore]
    public DateTimeOffset SilenceCloses => At + SpaceEnding.SuspensionWindow;

    /// <summary>The closure that silence makes of it.</summary>
    [JsonIgnore]
    public Closure Closure => new(SilenceCloses, Ground is SuspensionGround.Fraud ? ClosingMotive.Fraud : ClosingMotive.Malfunction);
}

/// <summary>Why the insurer suspends a space.</summary>
public enum SuspensionGround
{
    /// <summary>A fraudulent use.</summary>
    Fraud,

    /// <summary>A serious malfunction.</summary>
    Malfunction,
}

/// <summary>The erasure of a space, once its time has come.</summary>
/// <param name="At">When it was decided.</param>
/// <param name="Ground">Why.</param>
/// <param name="HistoryUntil">How long the history of accesses stays checkable: as long as the archive would have lasted.</param>
/// <param name="Certificate">The number that the certificate of erasure has: that of the receipt of the deletion, or of the closing.</param>
/// <param name="CertifiedAt">When it was done and certified.</param>
/// <param name="HistoryEndedAt">When the history of accesses went too.</param>
public sealed record Erasure(
    DateTimeOffset At, ErasureGround Ground, DateTimeOffset HistoryUntil, string Certificate, DateTimeOffset? CertifiedAt = null,
    DateTimeOffset? HistoryEndedAt = null);

/// <summary>Why a space is erased.</summary>
public enum ErasureGround
{
    /// <summary>Its deletion was asked for (R. 1111-36).</summary>
    Deletion,

    /// <summary>Its archive has served its ten years (R. 1111-36).</summary>
    ArchiveOver,
}
