using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Notices;

namespace MonEspaceSante.Domain.Spaces;

/// <summary>
/// The time of a closed space has come (R. 1111-36): its archive has served ten years, or the deletion that was asked for was not cancelled. The holder
/// is told while they can be; a day later what it held is destroyed.
/// </summary>
public sealed record EraseSpace
{
    /// <summary>How long after the decision the keys are destroyed: time for the last message to leave.</summary>
    public static readonly TimeSpan Farewell = TimeSpan.FromDays(1);

    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, EraseSpace command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheInsurer;
        }

        if (space.Ending.Erasure is not null || space.StatusAt(act.At) is not SpaceStatus.Erased || space.ClosureAt(act.At) is not { } closure)
        {
            return Done.Answer;
        }

        var (ground, receipt) = space.Ending.DeletionAskedAt is { } asked
            ? (ErasureGround.Deletion, LifeReceipt.Of(space.Id, LifeDecision.Deletion, asked))
            : (ErasureGround.ArchiveOver, LifeReceipt.Of(space.Id, LifeDecision.Closing, closure.At));
        return new(
            [new SpaceEvent.Erased(act.At, ground, closure.ArchivedUntil, receipt.Number)], Done.Answer,
            space.DiedAt is null ? [new(NoticeKind.SpaceErased, act.CommandId, act.At)] : [])
        {
            Due = [new(DueKind.ErasureToCarryOut, Ids.Of(act.CommandId, "erasure"), act.At + Farewell)],
        };
    }

    /// <summary>To be woken at <paramref name="moment"/> for what the command <paramref name="command"/> has decided.</summary>
    internal static DueItem DueAt(DateTimeOffset moment, Guid command) => new(DueKind.SpaceErases, Ids.Of(command, $"erasure {moment:O}"), moment);
}

/// <summary>What the space held is destroyed, and certified to be: only the history of accesses is left, until its own term.</summary>
public sealed record CertifyErasure
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, CertifyErasure command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheInsurer;
        }

        return space.Ending.Erasure is not { CertifiedAt: null } erasure ? Done.Answer
            : new Decision<SpaceEvent, Done>([new SpaceEvent.ErasureCertified(act.At)], Done.Answer, [])
            {
                Due = [new(DueKind.HistoryEnds, Ids.Of(act.CommandId, "history"), erasure.HistoryUntil > act.At ? erasure.HistoryUntil : act.At)],
            };
    }
}

/// <summary>The history of accesses of an erased space has served its time, the one that the archive would have had: it goes too.</summary>
public sealed record EndHistory
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, EndHistory command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheInsurer;
        }

        return space.Ending.Erasure is { CertifiedAt: not null, HistoryEndedAt: null } erasure && act.At >= erasure.HistoryUntil
            ? new Decision<SpaceEvent, Done>([new SpaceEvent.HistoryEnded(act.At)], Done.Answer, [])
            : Done.Answer;
    }
}
