namespace MonEspaceSante.Domain.Kernel;

/// <summary>
/// Something a thing of the field asks to be woken for at a time: a deadline, a delay, work to do later. Carries no health data and no identity: what it is
/// about is found in the state of who asked. Nothing is cancelled: who is woken for what no longer matters does nothing.
/// </summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Id">Which one: who is woken twice for the same identity acts once. Random, or derived by <see cref="Ids"/>.</param>
/// <param name="At">Never woken before; as a rule within a minute or two after it.</param>
public sealed record DueItem(DueKind Kind, Guid Id, DateTimeOffset At);

/// <summary>What things of the field ask to be woken for. Names are on disk: never rename one.</summary>
public enum DueKind
{
    /// <summary>The archive of an export is to be made.</summary>
    ExportToPrepare,

    /// <summary>The archive of an export has served its time and is to be removed.</summary>
    ExportToRemove,

    /// <summary>The six weeks to object are over: the space has opened by itself, and the person is told.</summary>
    SpaceOpens,

    /// <summary>The six weeks to object to a suspension are over.</summary>
    SuspensionEnds,

    /// <summary>An archive has served its time, or a deletion that was asked for is to be carried out.</summary>
    SpaceErases,

    /// <summary>What an erased space leaves behind is to be destroyed.</summary>
    ErasureToCarryOut,

    /// <summary>The history of accesses of an erased space has served its time.</summary>
    HistoryEnds,

    /// <summary>A carer's delegation ends in thirty days.</summary>
    DelegationEndsSoon,

    /// <summary>A carer's delegation has come to its end.</summary>
    DelegationEnds,

    /// <summary>The holder, a minor until now, is of age.</summary>
    HolderComesOfAge,

    /// <summary>The insurer's file has told of the holder's death.</summary>
    HolderDied,

    /// <summary>The holder has another space, which is to be taken in.</summary>
    DoubleToTakeIn,
}
