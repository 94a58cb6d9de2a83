using MonEspaceSante.Domain.Identity;
using MonEspaceSante.Domain.Kernel;
using MonEspaceSante.Domain.Spaces;

namespace MonEspaceSante.Domain.Doubles;

/// <summary>
/// The space is the double of another, which takes in what it holds: nobody feeds or consults this one any more. What it holds stays archived, and its
/// history of accesses checkable, under its own journal; it cannot be reopened.
/// </summary>
/// <param name="Into">The space that stays.</param>
public sealed record CloseAsDouble(SpaceId Into)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, CloseAsDouble command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheInsurer;
        }

        if (space.StatusAt(act.At) is SpaceStatus.Erased)
        {
            return SpaceRefusals.IsErased;
        }

        if (space.Ending.MergedInto is { } into)
        {
            return into == command.Into ? Done.Answer : SpaceRefusals.IsDouble;
        }

        var closure = space.Ending.ClosureAt(act.At) ?? new Closure(act.At, ClosingMotive.Double);
        return new([new SpaceEvent.ClosedAsDouble(command.Into, closure.At)], Done.Answer, [])
        {
            Due = [EraseSpace.DueAt(closure.ArchivedUntil, act.CommandId)],
        };
    }
}

/// <summary>The space that took this one in is being erased: what this one holds of the same person must not outlive it.</summary>
/// <param name="Into">The space that stays until now.</param>
/// <param name="Ground">Why it is erased.</param>
public sealed record EraseDouble(SpaceId Into, ErasureGround Ground)
{
    /// <summary>The rule.</summary>
    public static Decision<SpaceEvent, Done> Decide(Space space, EraseDouble command, Act act)
    {
        if (act.By is not Caller.Platform)
        {
            return SpaceRefusals.OnlyTheInsurer;
        }

        if (space.Ending is not { Erasure: null, Closure: { } closure } || space.Ending.MergedInto != command.Into)
        {
            return Done.Answer;
        }

        var receipt = LifeReceipt.Of(space.Id, LifeDecision.Closing, closure.At);
        return new([new SpaceEvent.Erased(act.At, command.Ground, closure.ArchivedUntil, receipt.Number)], Done.Answer, [])
        {
            Due = [new(DueKind.ErasureToCarryOut, Ids.Of(act.CommandId, "erasure"), act.At)],
        };
    }
}
